public import Diagnostics

/// A place in a spec document by meaning, such as `operations/createBackup/1.2/responses/200`.
///
/// The steps are: `service`; `versions/ID`; `operations/ID`; `operations/ID/VERSION` and below it `parameters`,
/// `parameters/NAME`, `request`, `responses`, `responses/STATUS`, `example/request`, `example/response`;
/// `schemas/NAME`; `schemas/NAME/PROPERTY`; `resources/NAME` and below it a key.
public struct SpecPath: Sendable, Hashable, CustomStringConvertible, ExpressibleByArrayLiteral {
    /// The steps from the root.
    public var steps: [String]

    /// A place by its steps.
    public init(_ steps: [String]) { self.steps = steps }

    /// A place by its steps.
    public init(arrayLiteral elements: String...) { self.steps = elements }

    /// The steps with `/` between them.
    public var description: String { steps.joined(separator: "/") }

    /// The place `step` below this one.
    public func appending(_ step: String...) -> SpecPath { SpecPath(steps + step) }
}

/// Where the parts of a spec document stand in the input that they were read from: a page, or a spec file.
public struct SpecLocations: Sendable {
    private var locations: [SpecPath: SourceLocation] = [:]
    /// What stands for everything that has no place of its own.
    public var whole: SourceLocation

    /// No places yet; `whole` stands for the input as such.
    public init(whole: SourceLocation) { self.whole = whole }

    /// Notes where `path` stands; the first note wins.
    public mutating func note(_ path: SpecPath, at location: SourceLocation) {
        if locations[path] == nil { locations[path] = location }
    }

    /// The places by another id of a version.
    package func renamingVersion(_ old: String, to new: String) -> SpecLocations {
        var copy = SpecLocations(whole: whole)
        for (path, location) in locations {
            var steps = path.steps
            if steps.count > 1, steps[0] == "versions", steps[1] == old { steps[1] = new }
            if steps.count > 2, steps[0] == "operations", steps[2] == old { steps[2] = new }
            copy.locations[SpecPath(steps)] = location
        }
        return copy
    }

    /// Where `path` stands, or the nearest place around it that is known.
    public subscript(path: SpecPath) -> SourceLocation {
        var steps = path.steps[...]
        while !steps.isEmpty {
            if let location = locations[SpecPath(Array(steps))] { return location }
            steps = steps.dropLast()
        }
        return whole
    }
}
