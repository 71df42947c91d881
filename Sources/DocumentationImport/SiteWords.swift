/// The words that guides use, as data: per meaning the English word first, then older and Korean ones.
///
/// Words are compared without regard to case and to the width of white space. A heading's anchor counts as its
/// English words, so that a heading in a language that is not listed here is still known by its anchor.
enum SiteWords {
    /// The chapters of a service.
    enum Chapter: Hashable, CaseIterable {
        /// The operations, a heading each.
        case operations
        /// The named schemas, a heading each.
        case models
    }

    /// The sections below headings, and the words that open them.
    enum Section: Hashable, CaseIterable {
        // Of a service
        case overview, versions, serverURL, regions, history
        // Of a revision
        case description, state, parameters, responses
        case exampleRequest, requestPath, requestHeaders, requestBody, exampleResponse
    }

    /// The columns of tables.
    enum Column: Hashable, CaseIterable {
        case type, name, description, schema, defaultValue, status, version, versionStatus, notBefore
        case environment, region
    }

    /// The labels that divide a description cell.
    enum Label: Hashable, CaseIterable {
        case example, pattern, minLength, maxLength
        /// Limits of numbers, for which the spec has no place.
        case minimum, maximum
    }

    static let chapters: [(Chapter, [String])] = [
        (.operations, ["APIs", "API", "API 목록"]),
        (.models, ["Models", "Model", "모델"]),
    ]

    static let serviceSections: [(Section, [String])] = [
        (.overview, ["Overview", "개요"]),
        (.versions, ["Version", "Versions", "버전"]),
        (.serverURL, ["OpenAPI URL", "OpenAPI 주소"]),
        (.regions, ["Environment and Region List", "Environment List", "환경 및 리전 목록", "환경 및 리전 리스트"]),
        (.history, ["API Version History", "API 버전 이력", "API 버전 히스토리"]),
    ]

    static let revisionSections: [(Section, [String])] = [
        (.description, ["Description", "설명"]),
        (.state, ["State", "상태"]),
        (.parameters, ["Parameters", "파라미터", "매개변수"]),
        (.responses, ["Responses", "응답"]),
        (.exampleRequest, ["Example HTTP request", "HTTP 요청 예시", "요청 예시"]),
        (.requestPath, ["Request path", "요청 경로"]),
        (.requestHeaders, ["Request header", "Request headers", "요청 헤더"]),
        (.requestBody, ["Request body", "요청 본문"]),
        (.exampleResponse, ["Example HTTP response", "HTTP 응답 예시", "응답 예시"]),
    ]

    /// The words before the status code that opens the example of a response: `Response 200`.
    static let responseExample = ["Response", "응답"]

    static let columns: [(Column, [String])] = [
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
    ]

    static let labels: [(Label, [String])] = [
        (.example, ["Example", "예시", "예"]),
        (.pattern, ["Pattern", "패턴"]),
        (.minLength, ["Minimum length", "최소 길이"]),
        (.maxLength, ["Maximum length", "최대 길이"]),
        (.minimum, ["Minimum value", "Minimum", "최솟값"]),
        (.maximum, ["Maximum value", "Maximum", "최댓값"]),
    ]

    static let required = ["required", "필수"]
    static let optional = ["optional", "선택"]

    /// What a Schema cell holds where a response has no body.
    static let noSchema = ["", "None", "-", "없음"]

    /// What a Default cell holds where there is no default.
    static let noDefault = ["", "None", "없음"]

    /// The state of an operation that can be called; others are kept as the guide writes them.
    static let activeStates = ["ACTIVE"]

    /// What stands in place of a description where there is none.
    static let noDescription = ["", "None", "-", "없음"]

    /// The state of an operation that new code should do without.
    static let deprecatedStates = ["DEPRECATED"]

    /// The marks in a version history of calls that are gone or will be: `[Deleted] PUT /v1/x - Title`.
    static let removalMarks = [
        "deleted", "delete", "removed", "remove", "deprecated", "ended", "end", "terminated", "discontinued", "삭제",
        "제거", "폐지", "종료", "지원 종료",
    ]

    /// Sentences that every guide repeats and that say nothing of the service.
    static let boilerplate = FurnitureWords.all.flatMap(\.notices)

    static let unionNotation = ["any of", "one of"]
    static let arrayNotation = "array"
    static let enumerationNotation = "enum"
    static let nullNotation = "null"
}

/// The headers of requests, as data.
enum SiteHeaders {
    /// The headers that authentication fills in, by the name after the provider's prefix.
    static let authentication: [(suffix: String, placeholder: String)] = [
        ("Accesskey", "{access-key}"),
        ("Signature", "{signature}"),
        ("Timestamp", "{timestamp}"),
    ]

    /// The headers that the client itself sets, and those of every request: no arguments, wherever a table lists them.
    static let client: Set<String> = [
        "accept", "accept-encoding", "accept-language", "connection", "content-length", "content-type", "host",
        "user-agent",
    ]

    /// The headers of every request that follow the provider's prefix.
    static let ofEveryRequest = authentication.map(\.suffix) + [version, "ClientType"]

    /// Whether a header is none that a caller gives as an argument.
    static func isNoArgument(_ name: String) -> Bool {
        let name = name.lowercased()
        guard !client.contains(name) else { return true }
        return ofEveryRequest.contains { suffix in
            let ending = "-" + suffix.lowercased()
            // One word in front: `Scp-Timestamp`, not `X-Event-Timestamp`.
            return name.hasSuffix(ending) && name.count > ending.count && !name.dropLast(ending.count).contains("-")
        }
    }

    /// The header that names service and version, by the name after the provider's prefix: `backup 1.2`.
    static let version = "Api-Version"

    /// What stands for the version in a header that is the same in every version.
    static let versionPlaceholder = "{version}"
}

/// The methods of HTTP that an operation can have.
let knownMethods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
