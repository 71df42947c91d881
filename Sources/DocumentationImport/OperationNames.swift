/// Makes identifiers of operations from their titles, or from method and path.
enum OperationNames {
    /// `createBackup` of `Create Backup`; `nil` where the title has no words in Latin letters to make a name of.
    static func identifier(title: String) -> String? {
        // `Server's` is one word.
        let letters = title.filter { $0 != "'" && $0 != "’" }
        guard letters.allSatisfy({ $0.isASCII || !$0.isLetter }) else { return nil }
        return camelCase(letters.split { !$0.isPlainLetterOrDigit })
    }

    /// `getBackupsByBackupId` of `GET /v1/backups/{backup_id}`.
    static func identifier(method: String, path: String) -> String {
        var words: [Substring] = [method.lowercased()[...]]
        for segment in path.split(separator: "/") where !isAPIVersion(segment) {
            if segment.hasPrefix("{") { words.append("by") }
            words += segment.split { !$0.isPlainLetterOrDigit }
        }
        return camelCase(words) ?? "operation"
    }

    /// The words as one: the first in lower case, the others with a capital.
    private static func camelCase(_ words: [Substring]) -> String? {
        guard let first = words.first, let initial = first.first, initial.isLetter else { return nil }
        return words.dropFirst().reduce(into: lowered(first)) { name, word in
            name += word.prefix(1).uppercased() + word.dropFirst()
        }
    }

    /// `checkName` of `CheckName`, `dns` of `DNS`, `dnsCheck` of `DNSCheck`.
    private static func lowered(_ word: Substring) -> String {
        let capitals = word.prefix { $0.isUppercase }
        let isWhole = word.dropFirst(capitals.count).allSatisfy { !$0.isLetter }
        let count = capitals.count <= 1 || isWhole ? capitals.count : capitals.count - 1
        return word.prefix(count).lowercased() + word.dropFirst(count)
    }

    private static func isAPIVersion(_ segment: Substring) -> Bool {
        segment.hasPrefix("v") && segment.count > 1 && segment.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    }
}
