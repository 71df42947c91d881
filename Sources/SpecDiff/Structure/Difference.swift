public import APIModel

/// One thing that two specs say differently, without a judgement.
public struct Difference: Sendable, Hashable {
    /// The kinds of things that can differ.
    public enum Area: String, Sendable, Hashable, CaseIterable {
        /// The service as a whole.
        case service
        /// A version of the API.
        case version
        /// An operation as a whole.
        case operation
        /// A parameter in path, query or header.
        case parameter
        /// The body of a request.
        case requestBody
        /// A part of a body in several parts.
        case part
        /// A header of a part of a body.
        case partHeader
        /// The body of a response.
        case responseBody
        /// A header of a response.
        case responseHeader
        /// A documented status of success.
        case success
        /// A documented status of failure.
        case error
        /// A member of a schema, or a type inside it.
        case property
        /// A schema as a whole.
        case type
        /// The memberwise initialiser of a schema's Swift type.
        case initialiser
        /// The Swift method of an operation.
        case method
        /// Something that the service keeps, as inferred.
        case resource
        /// A table of the page.
        case page
        /// What is told for people only, and belongs to no area above.
        case documentation
    }

    /// What kind of thing differs.
    public var area: Area
    /// How it differs.
    public var change: Change
    /// The place by meaning, such as `schemas/BackupCreateRequest/name`: without versions, and schemas without the
    /// suffix that tells versions apart, so that it stays the same over time.
    public var path: SpecPath
    /// The thing in words: ``property `name` of `BackupCreateRequest` ``.
    public var subject: String
    /// What the old spec says, in words; `nil` where it says nothing.
    public var before: String?
    /// What the new spec says, in words; `nil` where it says nothing.
    public var after: String?
    /// What it does to code in Swift.
    public var swift: SwiftEffect
    /// The evidence that either side rests on instead of a table, in the words of specs.
    public var evidence: [String]
    /// Whether either side rests on recovery alone, without a table or a person's word.
    public var isInferred: Bool
    /// The place in the old document, for ``APIModel/SpecLocations``; `nil` where it has none.
    public var oldPlace: SpecPath?
    /// The place in the new document, for ``APIModel/SpecLocations``; `nil` where it has none.
    public var newPlace: SpecPath?

    init(
        _ area: Area, _ change: Change, at path: SpecPath, subject: String, before: String? = nil,
        after: String? = nil, swift: SwiftEffect = .none, oldPlace: SpecPath? = nil, newPlace: SpecPath? = nil
    ) {
        self.area = area
        self.change = change
        self.path = path
        self.subject = subject
        self.before = before
        self.after = after
        self.swift = swift
        self.oldPlace = oldPlace
        self.newPlace = newPlace
        evidence = []
        isInferred = false
    }
}

extension Difference {
    /// The difference in words: ``parameter `size` has another default: `20` → `50` ``.
    public var sentence: String {
        let start = "\(subject) \(change.words)"
        switch (before, after) {
        case (let before?, let after?): return "\(start): \(before) → \(after)"
        case (let before?, nil): return "\(start): \(before)\(change.isOneSided ? "" : " → nothing")"
        case (nil, let after?): return "\(start): \(change.isOneSided ? "" : "nothing → ")\(after)"
        case (nil, nil): return start
        }
    }

    /// What makes two differences in two versions the same one.
    struct Key: Hashable {
        let area: Area
        let change: Change
        let path: SpecPath
        let before: String?
        let after: String?
        let swift: SwiftEffect
        let isInferred: Bool
    }

    var key: Key {
        Key(
            area: area, change: change, path: path, before: before, after: after, swift: swift,
            isInferred: isInferred)
    }
}
