/// The words that Swagger2Markup prints, in the languages that it knows.
///
/// One line a word: what it means, then its spellings, in the order of ``languages``. Several words may mean the same,
/// and one word may mean several things.
enum Swagger2MarkupWords {
    /// The languages of the columns.
    static let languages = ["en", "de", "es", "fr", "ja", "pl", "pt-BR", "ru", "tr", "zh"]

    /// The words.
    static let table = """
        definitions|Definitions|Definitionen|Definiciones|Définitions|モデル定義|Definicje|Definições|Определения|Tanımlar|定义
        paths|Paths|Pfade|Rutas|Opérations|パス|Ścieżki|Paths|Пути|Dizinler|路径
        paths|Resources|Ressourcen|Recursos|Ressources|リソース|Zasoby|Recursos|Ресурсы|Kaynaklar|资源
        paths|Operations|Betrieb|Operaciones|Opérations|オペレーション|Operacje|Operações|Операции|Operasyonlar|操作
        overview|Overview|Übersicht|Resumen|Vue générale|概要|Przegląd|Visão Geral|Обзор|Genel Bakış|概览
        security|Security|Sicherheit|Seguridad|Sécurité|セキュリティ|Bezpieczeństwo|Segurança|Безопасность|Güvenlik|安全
        versionInformation|Version information|Aktuelle Version|Información de versión|Information de version|バージョン情報|Informacja o wersji|Informações da Versão|Информация о версии|Versiyon bilgisi|版本信息
        version|Version|Version|Versión|Version|バージョン|Wersja|Versão|Версия|Versiyon|版本
        contactInformation|Contact information|Kontaktinformationen|Información de contacto|Information de contact|連絡先情報|Informacja o kontakcie|Informações de contato|Контактная информация|İletişim bilgisi|联系方式
        licenseInformation|License information|Lizenzinformationen|Información de licencia|Information de licence|ライセンス情報|Informacja o licencji|Informações da Licença|Информация о лицензии|Lisans bilgisi|许可信息
        address|URI scheme|URI Schema|Esquema URI|Schéma d'URI|URI スキーム|Schemat URI|Esquema URI|Схема URI|URI şeması|URI scheme
        tags|Tags|Tags|Etiquetas|Tags|タグ|Tagi|Tags|Теги|Etiketler|标签
        consumes|Consumes|Verarbeitet|Consume|Consomme|入力形式|Konsumuje|Consome|Принимает|Kullanılanlar|消耗
        produces|Produces|Erzeugt|Produce|Produit|出力形式|Produkuje|Produz|Возвращает|Üretilenler|生成
        externalDocs|External Docs|Externe Doku|External Docs|External Docs|External Docs|Zewnętrzna dokumentacja|Documentos externos|External Docs|External Docs|External Docs
        contactName|Contact|Kontakt|Contacto|Contact|名前|Kontakt|Contato|Контакт|İletişim|名字
        contactEmail|Contact Email|Kontakt E-Mail|Email de contacto|Email de contact|メール|Adres e-mail|Email de contato|E-mail контакта|İletişim E-postası|邮箱
        license|License|Lizenz|Licencia|Licence|ライセンス|Licencja|Licença|Лицензия|Lisans|许可证
        licenseURL|License URL|Lizenz-URL|URL de licencia|Licence URL|ライセンス URL|Adres URL licencji|URL da Licença|URL лицензии|Lisans adresi|许可网址
        terms|Terms of service|Nutzungsbedingungen|Términos de servicio|Conditions de service|利用規約|Warunki użycia|Termos de serviço|Условия использования|Kullanım koşulları|服务条款
        host|Host|Host|Servidor|Serveur|ホスト|Host|Host|Узел|Sunucu|域名
        basePath|BasePath|Basis-Pfad|Ruta base|Chemin de base|ベースパス|Ścieżka bazowa|BasePath|Основной путь|Kök Dizin|基础路径
        schemes|Schemes|Schemata|Esquemas|Schéma|スキーム|Schematy|Schemes|Схемы|Şemalar|方案
        externalDescription|Description|Beschreibung|Description|Description|Description|Opis|Descrição|Description|Description|Description
        externalURL|URL|URL|URL|URL|URL|URL|URL|URL|URL|URL
        parameters|Parameters|Parameter|Parámetros|Paramètres|パラメータ|Parametry|Parâmetros|Параметры|Parametreler|参数
        bodyParameter|Body parameter|Body Parameter|Parámetro de cuerpo|Contenu|ボディパラメータ|Parametr wewnętrzny|Parâmetro de corpo|Параметр тела запроса|Gövde parametresi|Body参数
        responses|Responses|Antworten|Respuestas|Réponses|レスポンス|Odpowiedzi|Respostas|Ответы|Cevaplar|响应
        description|Description|Beschreibung|Descripción|Description|説明|Opis|Descrição|Описание|Açıklama|说明
        exampleRequest|Example HTTP request|Beispiel HTTP Anfrage|Ejemplo de solicitud HTTP|Exemple de requête HTTP|HTTP リクエスト例|Przykładowe żądnanie HTTP|Exemplo de requisição HTTP|Пример HTTP запроса|Örnek HTTP isteği|HTTP请求示例
        exampleResponse|Example HTTP response|Beispiel HTTP Antwort|Ejemplo de respuesta HTTP|Exemple de réponse HTTP|HTTP レスポンス例|Przykładowe odpowiedź HTTP|Exemplo de resposta HTTP|Пример HTTP ответа|Örnek HTTP cevabı|HTTP响应示例
        response|Response|Antwort|Respuesta|Réponse|レスポンス|Odpowiedź|Resposta|Ответ|Cevap|响应
        request|Request|Anfrage|Solicitud|Requête|リクエスト|Żądanie|Requisição|Запрос|İstek|请求
        type|Type|Typ|Tipo|Type|タイプ|Typ|Tipo|Тип|Tip|类型
        name|Name|Name|Nombre|Nom|名前|Nazwa|Nome|Имя|İsim|名称
        schema|Schema|Typ|Esquema|Schéma|スキーマ|Schemat|Esquema|Схема|Şema|类型
        default|Default|Standard|Valor por defecto|Défaut|デフォルト|Domyślnie|Padrão|По умолчанию|Varsayılan|默认值
        code|HTTP Code|HTTP Code|Código HTTP|Code HTTP|HTTP コード|Kod HTTP|Código de status HTTP|HTTP код|HTTP Kodu|HTTP代码
        scopes|Scopes|Scopes|Scopes|Périmètre|スコープ|Zakresy|Escopos|Области применения|Kapsamlar|作用域
        required|Required|verpflichtend|Obligatorio|Requis|必須|Wymagane|Obrigatório|Обязательно|Gerekli|必填
        optional|Optional|optional|Opcional|Optionnel|オプション|Opcjonalne|Opcional|Необязательно|Opsiyonel|可选
        readOnly|Read-only|Nur lesen|Sólo lectura|Lecture seule|Read-only|Tylko do odczytu|Apenas-Leitura|Только для чтения|Sadece okuma|只读
        readWrite|Read-write|Lesen+Schreiben|Lectura-escritura|Lecture/écriture|Read-write|Odczyt/zapis|Leitura-Escrita|Чтение и запись|Okuma ve yazma|读写
        flags|Flags|Flags|Flags|Modificateurs|フラグ|Flagi|Flags|Флаги|Bayraklar|标志
        minLength|Minimum length|Mindestlänge|Longitud mínima|Longueur minimale|最低長|Minimalna długość|Tamanho mínimo|Минимальная длина|Minimum length|最小长度
        maxLength|Maximal length|Maximale Länge|Longitud máxima|Longueur maximale|最大長|Maksymalna długość|Tamanho Máximo|Максимальная длина|Maximal length|最大长度
        length|Length|Länge|Longitud|Longueur|長さ|Długość|Tamanho|Длина|Length|长度
        pattern|Pattern|Pattern|Patrón|Modèle|パターン|Wzorzec|Padrão|Шаблон|Pattern|模式
        minimum|Minimum value|Mindestwert|Valor mínimo|Valeur minimale|最小値|Minimalna wartość|Valor mínimo|Минимальное значение|Minimum value|最小值
        exclusiveMinimum|Minimum value (exclusive)|Mindestwert (exklusiv)|Valor mínimo (exclusivo)|Valeur minimale (exclusif)|最小値(境界値除外)|Minimalna wartość (przedział niedomknięty)|Valor mínimo (exclusivo)|Минимальное значение (исключение)|Minimum value (exclusive)|最小值(不包括)
        maximum|Maximum value|Maximalwert|Valor máximo|Valeur maximale|最大値|Maksymalna wartość|Valor máximo|Максимальное значение|Maximum value|最大值
        exclusiveMaximum|Maximum value (exclusive)|Maximalwert (exklusiv)|Valor máximo (exclusivo)|Valeur maximale (exclusif)|最大値(境界値除外)|Maksymalna wartość (przedział niedomknięty)|Valor máximo (exclusivo)|Максимальное значение (исключение)|Maximum value (exclusive)|最大值(不包括)
        minItems|Min count|Mindestanzahl|Conteo mínimo|Nombre minimal|最小カウント|Minimalna liczba|Contagem mínima|Минимальный счетчик|Minimal sayım|最少的數量
        maxItems|Max count|Maximale Anzahl|Conteo maximo|Nombre maximal|最大カウント|Maksymalna liczba|Contagem máxima|041C 0430 043A 0441 0438 043C 0430 043B 044C 043D 043E 0435  043A 043E 043B 0438 0447 0435 0441 0442 0432 043E|Maksimum sayım|最大計數
        example|Example|Beispiel|Ejemplo|Exemple|例|Przykład|Exemplo|Пример|Örnek|样例
        headers|Headers|Headers|Cabeceras|En-têtes|ヘッダー|Nagłówki|Cabeçalhos|Заголовки|Başlıklar|头
        noContent|No Content|Kein Inhalt|Sin contenido|Pas de contenu|No Content|Bez zawartości|Nenhum conteúdo|Без содержимого|İçerik yok|无内容
        deprecated|This operation is deprecated.|Diese Operation ist veraltet.|Operación obsoleta|Cette opération est obsolète.|この操作は非推奨です。|Ta operacja jest przestarzała.|Essa operação está obsoleta.|Эта операция устарела.|Bu işlem önerilmemektedir.|该操作已弃用
        unknown|Unknown|Unbekannt|Desconocido|Inconnu|不明|Nieznany|Desconhecido|Неизвестный|Bilinmeyen|未知
        polymorphism|Polymorphism|Polymorphism|Polimorfismo|Polymorphisme|ポリモーフィズム|Polimorfizm|Polimorfismo|Полиморфизм|Çokbiçimlilik|多态性
        discriminator|Discriminator|Discriminator|Discriminador|Discriminateur|Discriminator|Dyskryminator|Discriminador|Дискриминатор|Ayrıştırıcı|鉴别
        inheritance|Inheritance|Inheritance|Herencia|Héritage|継承|Dziedziczenie|Herança|Наследование|Kalıtım|继承
        composition|Composition|Composition|Composición|Composition|包含|Kompozycja|Composição|Структура|Birleştirme|成分
        in|In|In|En|Position|指定箇所|Zawiera|No|Содержится в|Yer|在
        flow|Flow|Flow|Flujo|Flux|フロー|Przepływ|Fluxo|Поток|Akış|流
        authorizationURL|Token URL|Token URL|URL de autorización|URL d'autorisation|トークン URL|Token URL|URL do Token|URL авторизации|Yetkilendirme adresi|授权网址
        tokenURL|Token URL|Token URL|URL del token|URL de jeton|トークン URL|Token URL|URL do Token|URL токена|Token adresi|令牌网址
        """

    /// Spellings that publishers, translators and other versions write instead, with what they mean.
    static let others = """
        code|HTTP-Code|Code|Status|Statuscode|Status code|HTTP status code|HTTP Status Code|HTTP-код|Response Code
        code|HTTP状态码|状态码|响应码|HTTP 响应代码|返回码|HTTP 상태 코드|상태 코드|HTTP 코드|Código
        type|参数类型|位置|Located in|In|타입|유형|구분
        name|参数名|参数名称|이름|名稱|Parameter|属性|字段
        description|描述|설명|內容|Descripcion|Descricao
        schema|数据类型|Data type|Typ danych|스키마|模型
        default|默认|기본값|預設值|Default value|Vorgabe
        required|erforderlich|必须|必選|必需|필수|Mandatory|Pflicht|requerido|requis|obligatoire|требуется|yes|true|是
        optional|可選|선택|선택적|facultatif|no|false|否
        readOnly|readonly|read only|唯讀|읽기 전용|nur-lesen
        parameters|请求参数|파라미터|매개변수|Request parameters
        responses|返回|响应结果|응답|Response
        consumes|Verbraucht|소비|请求格式|请求类型
        produces|生产|생성|响应格式|返回格式|响应类型
        tags|태그|標籤
        paths|Endpoints|API|经路|接口|경로
        definitions|Models|Schemas|Data types|모델|정의|数据模型
        overview|개요|簡介
        security|보안
        noContent|no content|无|없음|NoContent
        properties|Properties
        links|Links
        """
}
