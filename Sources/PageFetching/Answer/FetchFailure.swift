/// Why an attempt has no page.
struct FetchFailure: Error {
    /// What happened, such as `the site failed with status 503`.
    let what: String
    /// What a person can do about it.
    let advice: String
    /// Whether another attempt may have a page.
    let isTransient: Bool
    /// How long the site asks to wait before that.
    let wait: Duration?
    /// Whether the site is there and says that it has no such page.
    var isMissing = false

    init(_ what: String, _ advice: String, isTransient: Bool = false, wait: Duration? = nil) {
        self.what = what
        self.advice = advice
        self.isTransient = isTransient
        self.wait = wait
    }

    static let saveToFile = "save it to a file and name that"
    static let tryLater = "nothing was changed, try again later"
}

extension FetchFailure {
    /// A response that is neither a page, nor a redirect, nor the word that the page is unchanged.
    init(status: Int, wait: Duration?) {
        switch status {
        case 401, 403:
            self.init("the page needs a login (status \(status))", "log in with a browser, \(Self.saveToFile)")
        case 404, 410:
            self.init(
                "there is no page at this address (status \(status))",
                "look up where the page has moved and name that address")
            isMissing = true
        case 407:
            self.init("the proxy needs a login (status 407)", "check the settings of the proxy")
        case 408, 425:
            self.init(
                "the site did not take the request (status \(status))", Self.tryLater, isTransient: true, wait: wait)
        case 429:
            self.init(
                "the site gets too many requests (status 429)",
                "nothing was changed, try again later or fetch fewer pages", isTransient: true, wait: wait)
        case 500...599:
            self.init("the site failed (status \(status))", Self.tryLater, isTransient: true, wait: wait)
        default:
            self.init(
                "the site answered with status \(status), not with a page",
                "open the address in a browser; if the page shows, \(Self.saveToFile)")
        }
    }

    /// 304, although nothing was said of an earlier state.
    static let unaskedUnchanged = FetchFailure(
        "the site says the page is unchanged (status 304), though it was not asked that",
        "open the address in a browser; if the page shows, \(saveToFile)")

    /// Nothing changes about a certificate by asking again.
    static func certificate(_ reason: String) -> FetchFailure {
        FetchFailure(
            "there is no secure connection to the site: \(reason)",
            "check the address; where a certificate authority of your own signs for it, name its file with --ca-file")
    }

    static func foreignHost(_ address: PageAddress) -> FetchFailure {
        FetchFailure(
            "this is on a host that was not allowed (\(address.host))", "allow it with --allow-host \(address.host)")
    }

    static let loginForm = FetchFailure(
        "this is a login form, not the documentation", "log in with a browser, save the page to a file and name that")

    static func tooLarge(_ limit: Int) -> FetchFailure {
        FetchFailure(
            "the page is larger than the limit of \(ByteCount.text(limit))",
            "name an address with less on it, such as the printable page of one service")
    }

    static func notAPage(_ type: ContentType) -> FetchFailure {
        FetchFailure(
            "there is no page at this address but \(RedactedURL.shortened(type.mediaType, to: 100))",
            "name the address of a page of text or HTML")
    }

    static let compressed = FetchFailure(
        "the page came compressed, though it was asked for as it is",
        "open the address in a browser and \(saveToFile)")

    static func cutOff(after count: Int, of total: Int?, reason: String?) -> FetchFailure {
        let size = total.map { " of \($0)" } ?? ""
        let reason = reason.map { ": \($0)" } ?? ""
        return FetchFailure("the page was cut off after \(count)\(size) bytes\(reason)", tryLater, isTransient: true)
    }
}
