import HTTPTypes

/// Decides where a redirect may lead.
enum Redirect {
    /// The target of a redirect (RFC 9110, section 15.4), without its fragment.
    ///
    /// `visited` are the addresses of this attempt so far, the current one last. Throws `FetchFailure` where there is
    /// no target, one that is not fetched, one that leaves TLS, one that was asked already, or one too many.
    static func target(
        of response: HTTPResponse, after visited: [PageAddress], limit: Int
    ) throws(FetchFailure) -> PageAddress {
        guard let location = response.headerFields[.location]?.trimmed, !location.isEmpty
        else {
            throw FetchFailure("the site redirects (status \(response.status.code)) without saying where to", advice)
        }
        return try target(location, said: "the site redirects", after: visited, limit: limit)
    }

    /// The target that `location` names on the last of the addresses; `said` begins what is said of one that cannot be
    /// followed. Throws `FetchFailure`.
    static func target(
        _ location: String, said: String, after visited: [PageAddress], limit: Int
    ) throws(FetchFailure) -> PageAddress {
        guard let current = visited.last else { throw FetchFailure("\(said) nowhere", advice) }
        let target: PageAddress
        do throws(AddressProblem) {
            target = try current.resolve(location)
        } catch {
            let shown = RedactedURL.shortened(RedactedURL.text(of: location))
            throw FetchFailure("\(said) to \(shown), which \(error.reason)", advice)
        }
        let shown = RedactedURL.shortened(target.shown)
        guard target.scheme == "https" || current.scheme == "http" else {
            throw FetchFailure(
                "\(said) from https to \(shown), and what comes over http can be changed on its way",
                "look up the https address of the page and name that")
        }
        guard !visited.contains(target) else {
            throw FetchFailure("\(said) in a circle, back to \(shown)", advice)
        }
        guard visited.count <= limit else {
            throw FetchFailure("\(said) more than \(limit) times, at last to \(shown)", advice)
        }
        return target
    }

    private static let advice = "open the address in a browser; if the page shows, \(FetchFailure.saveToFile)"
}
