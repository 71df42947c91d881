extension GuideDialect {
    /// The guides of Samsung Cloud Platform, as the site has them since 2024 and in September 2026.
    public static let scp = GuideDialect(
        name: "scp-guide", title: "the guides of Samsung Cloud Platform",
        chapters: [
            (.operations, ["APIs", "API", "API 목록"]),
            (.models, ["Models", "Model", "모델"]),
        ],
        serviceSections: [
            (.overview, ["Overview", "개요"]),
            (.versions, ["Version", "Versions", "버전"]),
            (.serverURL, ["OpenAPI URL", "OpenAPI 주소"]),
            (.regions, ["Environment and Region List", "Environment List", "환경 및 리전 목록", "환경 및 리전 리스트"]),
            (.history, ["API Version History", "API 버전 이력", "API 버전 히스토리"]),
        ],
        revisionSections: [
            (.description, ["Description", "설명"]),
            (.state, ["State", "상태"]),
            (.parameters, ["Parameters", "파라미터", "매개변수"]),
            (.responses, ["Responses", "응답"]),
            (.exampleRequest, ["Example HTTP request", "HTTP 요청 예시", "요청 예시"]),
            (.requestPath, ["Request path", "요청 경로"]),
            (.requestHeaders, ["Request header", "Request headers", "요청 헤더"]),
            (.requestBody, ["Request body", "요청 본문"]),
            (.exampleResponse, ["Example HTTP response", "HTTP 응답 예시", "응답 예시"]),
        ],
        responseExample: ["Response", "응답"],
        columns: [
            (.type, ["Type", "유형"]),
            (.name, ["Name", "이름"]),
            (.description, ["Description", "설명"]),
            (.schema, ["Schema", "스키마"]),
            (.defaultValue, ["Default", "기본값"]),
            (.status, ["HTTP Code", "HTTP 코드"]),
            (.version, ["Version", "버전"]),
            (.versionStatus, ["Status", "상태"]),
            (.notBefore, ["Not Before", "Supported Until", "최소 지원 보장일"]),
            (.environment, ["environment", "환경"]),
            (.region, ["region", "리전"]),
        ],
        tables: [
            .parameters: TableHead(needed: [.type, .name, .schema], others: [.description, .defaultValue]),
            .responses: TableHead(needed: [.status, .schema], others: [.description]),
            .members: TableHead(
                needed: [.name, .schema], others: [.description, .defaultValue], excluded: [.type, .status]),
            .versions: TableHead(needed: [.version, .versionStatus], others: [.notBefore]),
            .window: TableHead(needed: [.version, .notBefore]),
            .regions: TableHead(needed: [.environment], others: [.region, .description]),
        ],
        labels: [
            (.example, ["Example", "예시", "예"]),
            (.pattern, ["Pattern", "패턴"]),
            (.minLength, ["Minimum length", "최소 길이"]),
            (.maxLength, ["Maximum length", "최대 길이"]),
            (.minimum, ["Minimum value", "Minimum", "최솟값"]),
            (.maximum, ["Maximum value", "Maximum", "최댓값"]),
        ],
        required: ["required", "필수"], optional: ["optional", "선택"],
        noSchema: ["", "None", "-", "없음"], noDefault: ["", "None", "없음"], noDescription: ["", "None", "-", "없음"],
        activeStates: ["ACTIVE"], deprecatedStates: ["DEPRECATED"],
        removalMarks: [
            "deleted", "delete", "removed", "remove", "deprecated", "ended", "end", "terminated", "discontinued", "삭제",
            "제거", "폐지", "종료", "지원 종료",
        ],
        notation: Notation(
            unions: ["any of", "one of"], array: "array", enumeration: "enum",
            null: "null"),
        headers: Headers(
            authentication: [
                ("Accesskey", "{access-key}"), ("Signature", "{signature}"), ("Timestamp", "{timestamp}"),
            ],
            version: "Api-Version", versionPlaceholder: "{version}", others: ["ClientType"]),
        furniture: SCPFurniture.all)
}
