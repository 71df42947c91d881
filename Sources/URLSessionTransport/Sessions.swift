import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The sessions of a transport; they end when nobody needs them any more.
final class Sessions: Sendable {
    /// Where tasks are cancelled: that waits for the session, which the thread of a caller must not.
    let cancelling = DispatchQueue(label: "URLSessionTransport.cancelling")
    private let session: Session
    #if canImport(FoundationNetworking)
    /// For the sessions of requests that must not be sent twice.
    ///
    /// A request on a kept connection that closes before any byte of the response is sent again by itself on Linux,
    /// also a POST; or it hangs, if it has a body. So each of them has a session, and with it a connection, of its own.
    private let configuration: URLSessionConfiguration
    #endif

    init(configuration: URLSessionConfiguration) {
        let configuration = configuration.copy() as? URLSessionConfiguration ?? configuration
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        session = Session(configuration)
        #if canImport(FoundationNetworking)
        self.configuration = configuration
        #endif
    }

    /// An exchange that has not begun.
    func exchange(_ request: URLRequest) -> Exchange {
        #if canImport(FoundationNetworking)
        let isSafe = ["GET", "HEAD", "OPTIONS"].contains(request.httpMethod ?? "") && request.httpBody == nil
        if !isSafe {
            // It ends after its one task, since nobody keeps it.
            return Session(configuration).exchange(request, of: self)
        }
        #endif
        return session.exchange(request, of: self)
    }
}

/// A session and who receives its events.
private final class Session: Sendable {
    private let session: URLSession
    private let delegate = SessionDelegate()

    init(_ configuration: URLSessionConfiguration) {
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
    }

    func exchange(_ request: URLRequest, of owner: Sessions) -> Exchange {
        let task = session.dataTask(with: request)
        let exchange = Exchange(task: task, delegate: delegate, owner: owner)
        delegate.add(exchange, for: task)
        return exchange
    }

    deinit {
        session.finishTasksAndInvalidate()
    }
}
