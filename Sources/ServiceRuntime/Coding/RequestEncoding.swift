/// An encoder that knows whether it writes the body of a request.
protocol RequestEncoding {
    /// Whether what is encoded goes to a service.
    var isRequest: Bool { get }
}

extension Encoder {
    /// Whether what is encoded is the body of a request, rather than something that is stored or compared.
    ///
    /// Members that only a service sets (OpenAPI, `readOnly`) are left out of requests.
    public var isRequest: Bool { (self as? any RequestEncoding)?.isRequest ?? false }
}
