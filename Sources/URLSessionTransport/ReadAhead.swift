/// How far a session may receive the body of a response ahead of its reader.
enum ReadAhead {
    /// What to do after a part of the body has arrived.
    enum Step {
        case goOn
        case suspend
        case giveUp
    }

    #if canImport(FoundationNetworking)
    /// The most bytes that may wait to be read.
    ///
    /// There is no way to make a session wait on Linux: a task that is suspended and resumed sends its request again.
    static let limit = 64 << 20
    #else
    /// The bytes at which the session is made to wait.
    static let limit = 1 << 20
    #endif

    /// The bytes at which a session that waits goes on.
    static let resumption = limit / 2

    /// What to do when so many bytes wait to be read.
    static func step(waiting: Int, isSuspended: Bool) -> Step {
        if waiting <= limit || isSuspended { return .goOn }
        #if canImport(FoundationNetworking)
        return .giveUp
        #else
        return .suspend
        #endif
    }
}
