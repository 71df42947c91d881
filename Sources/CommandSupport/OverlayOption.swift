package import ArgumentParser

/// The overlays on the command line of commands that take documents in the place of specs.
package struct OverlayOption: ParsableArguments {
    @Option(
        help: """
            An overlay of OpenAPI (1.0, 1.1) that changes documents before they are read; once for each. Where none is \
            named, NAME.overlay.yaml beside the document NAME.yaml is used if it is there.
            """)
    package var overlay: [String] = []

    /// None.
    package init() {}
}
