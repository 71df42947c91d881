extension NameRecord {
    /// The record where the documentation calls some things otherwise than it did; their names in Swift stay.
    ///
    /// `renamed` tells of an original what it is called now. What is known under the new one already keeps its name.
    public func followingOriginals(_ renamed: (String) -> String) -> NameRecord {
        var result = NameRecord()
        for scope in scopes {
            let path = scope.path.prefix(1) + scope.path.dropFirst().map(renamed)
            for entry in scope.names {
                // The kind of scope is no original, and names inside one of operations or types are.
                let isOwn = ["operations", "types"].contains(scope.path.first ?? "")
                result.add(entry.name, for: isOwn ? renamed(entry.original) : entry.original, in: Array(path))
            }
        }
        return result
    }
}
