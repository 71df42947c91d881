public import Diagnostics

extension GeneratedFolder {
    /// How a folder differs from what a generator wants in it; paths are sorted.
    public struct Plan: Sendable {
        /// The files that will be created.
        public internal(set) var added: [String] = []
        /// The files of the generator that will get a new content.
        public internal(set) var changed: [String] = []
        /// The files of the generator that are no longer wanted.
        public internal(set) var removed: [String] = []
        /// The files that hold what they should.
        public internal(set) var unchanged: [String] = []
        /// The files of the generator that would be changed or removed, but hold what it did not write.
        public internal(set) var editedByHand: [String] = []
        /// The files that are in the way: wanted, but there with another content and not the generator's.
        public internal(set) var foreign: [String] = []

        /// Whether there is nothing to do, not even to the manifest.
        public var isUpToDate: Bool {
            hasCurrentManifest && added.isEmpty && changed.isEmpty && removed.isEmpty && editedByHand.isEmpty
                && foreign.isEmpty
        }

        /// What keeps `apply` from writing, an error for each file.
        ///
        /// - Parameters:
        ///   - folder: The output folder, for the locations.
        ///   - force: Whether edits by hand may be lost.
        /// - Returns: The errors; none if the plan can be applied.
        public func conflicts(in folder: String, force: Bool) -> [Diagnostic] {
            let edited =
                force
                ? []
                : editedByHand.map { path in
                    Diagnostic.error(
                        "this generated file was edited by hand; undo that, or use --force to lose the edit",
                        at: SourceLocation(file: "\(folder)/\(path)"))
                }
            return edited
                + foreign.map { path in
                    .error(
                        "this file is in the way and was not generated; move or remove it",
                        at: SourceLocation(file: "\(folder)/\(path)"))
                }
        }

        let wanted: [WantedFile]
        /// Whether the manifest on disk is the one that will be written, and no run was interrupted.
        var hasCurrentManifest = false
        /// The edited files that are wanted; the other edited ones are to be removed.
        var editedAndWanted: Set<RelativePath> = []

        /// A plan about which nothing is known yet.
        init(wanted: [WantedFile]) {
            self.wanted = wanted
        }

        /// The plan for a folder that does not exist.
        init(adding wanted: [WantedFile]) {
            self.wanted = wanted
            added = wanted.map(\.path.text)
        }
    }
}
