/// What the site of Samsung Cloud Platform prints around and between what its guides say, a table for each language.
enum SCPFurniture {
    static let all: [FurnitureWords] = [
        FurnitureWords(
            language: "en",
            sentences: [
                "This is the multi-page printable view of this section. Click here to print.",
                "This is the multi-page printable view of this section.", "Click here to print.",
                "Return to the regular view of this page.", "Print entire section", "Print this page",
                "The page has been translated by Gen AI.", "This page has been translated by Gen AI.",
                "Skip to main content", "Skip to content", "On this page", "In this section", "Table of contents",
                "Back to top", "View page source", "Edit this page", "Create child page",
                "Create documentation issue", "Create project issue", "Feedback", "Was this page helpful?",
                "Glad to hear it! Please tell us how we can improve.",
                "Sorry to hear that. Please tell us how we can improve.", "All rights reserved",
            ],
            openings: [
                "Last modified ", "Last updated ", "Reading time: ", "This page was translated", "Copyright ©", "© ",
            ],
            controls: [
                "Show", "Hide", "Show more", "Show less", "Expand", "Collapse", "Copy", "Copied!", "JSON", "curl",
            ],
            notices: [
                """
                Deprecated versions with Not Before dates that have arrived or expired are no longer supported. \
                We recommend using the latest version.
                """
            ]),
        FurnitureWords(
            language: "ko",
            sentences: [
                "이 섹션의 다중 페이지 출력 화면임. 여기를 클릭하여 프린트.", "이 섹션의 다중 페이지 출력 화면임.",
                "여기를 클릭하여 프린트.", "이 페이지의 일반 화면으로 돌아가기.", "전체 섹션 프린트", "전체 항목 인쇄",
                "이 페이지는 Gen AI로 번역되었습니다.", "Gen AI로 번역된 페이지입니다.", "본문으로 건너뛰기",
                "목차", "맨 위로", "페이지 소스 보기", "이 페이지 편집", "하위 페이지 만들기", "문서 이슈 만들기",
                "프로젝트 이슈 만들기", "피드백", "이 페이지가 도움이 되었나요?",
            ],
            openings: ["최종 수정", "마지막 수정", "최종 업데이트", "이 페이지는 번역"],
            controls: ["보기", "숨기기", "더보기", "접기", "펼치기", "복사", "복사됨"],
            notices: [
                """
                Not Before 기간이 도래하거나 만료된 Deprecated 버전은 더 이상 지원하지 않습니다. \
                최신 버전 사용을 권장합니다.
                """,
                "기한이 지난 구버전은 지원이 끝났으니 새 버전을 쓰십시오.",
            ]),
    ]
}
