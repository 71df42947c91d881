public import Documentation

/// What a page is within the documentation of a service.
public enum PageRole: Sendable, Hashable {
    /// A whole guide: a service with its operations.
    case guide
    /// The introduction of a service, or a list, whose operations stand on pages of their own.
    case overview
    /// One version of an operation.
    case operation
    /// A named schema.
    case model
    /// A page that a gateway sent in place of the documentation.
    case gatewayError
    /// None of these.
    case other

    /// Looks at a page.
    public init(of page: Page) {
        let page = Furniture.shared.removed(from: page)
        if GatewayPage.title(of: page) != nil {
            self = .gatewayError
        } else if !OutlineReader.read(page).isEmpty {
            self = .guide
        } else {
            switch SinglePage(page)?.kind {
            case .service, .index: self = .overview
            case .revision: self = .operation
            case .model: self = .model
            case nil: self = .other
            }
        }
    }
}
