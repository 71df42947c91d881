public import CivilCalendar

/// Whether a service still serves a version of its API.
public enum VersionStatus: Hashable, Sendable {
    /// It is served.
    case served(ServedVersion)
    /// It is served, but not for much longer; until the day, if the service names one.
    case deprecated(ServedVersion, until: CalendarDate?)
    /// It is announced and cannot be called yet.
    case planned(ServedVersion)
    /// The service still lists it, but the day until which support was promised has passed.
    case ended(ServedVersion)
    /// The service does not list it: it is gone, or belongs to another service.
    case unlisted

    /// The status of `version`, such as `1.0`, in what a service lists, on a day.
    ///
    /// A version that the service calls current is served whatever its day says. Every other one has ended once its day
    /// has passed. An unknown status counts as served.
    public init(of version: String, in served: [ServedVersion], on today: CalendarDate) {
        guard let found = served.first(where: { $0.version == version || $0.id == version }) else {
            self = .unlisted
            return
        }
        let hasPassed = found.notBeforeDay.map { $0 < today } ?? false
        switch found.status {
        case .current?: self = .served(found)
        case .planned?: self = .planned(found)
        case _ where hasPassed: self = .ended(found)
        case .deprecated?: self = .deprecated(found, until: found.notBeforeDay)
        default: self = .served(found)
        }
    }

    /// Whether the service answers calls of this version, by its own word.
    public var isCallable: Bool {
        switch self {
        case .served, .deprecated: true
        case .planned, .ended, .unlisted: false
        }
    }
}

extension VersionStatus: CustomStringConvertible {
    /// The status in words.
    public var description: String {
        switch self {
        case .served(let version): "\(version.id) is served"
        case .deprecated(let version, nil): "\(version.id) is deprecated"
        case .deprecated(let version, let day?): "\(version.id) is deprecated and served until \(day)"
        case .planned(let version): "\(version.id) is planned and cannot be called yet"
        case .ended(let version):
            "\(version.id) has ended" + (version.notBefore.map { ": it was served until \($0)" } ?? "")
        case .unlisted: "the service does not list the version"
        }
    }
}
