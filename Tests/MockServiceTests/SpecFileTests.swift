import APIModel
import Diagnostics
import Foundation
import MockService
import Testing

@Suite("The spec file that generated tests name")
struct SpecFileTests {
    @Test("Is found from the source that names it, wherever that stands")
    func found() throws {
        #expect(try MockService.model(specFile: "../../spec/greenhouse.yaml").service.title == "Greenhouse")
        #expect(
            try MockService.model(specFile: Specs.path("spec/greenhouse.yaml"), source: "/nowhere/a.swift").service
                .title
                == "Greenhouse")
    }

    @Test("One that is not there is named with its whole path and what to do")
    func missing() throws {
        let error = #expect(throws: DiagnosticError.self) {
            try MockService.model(specFile: "../spec/gone.yaml", source: "/nowhere/Tests/Specification.swift")
        }
        #expect(
            error?.diagnostics.map(\.description) == [
                "/nowhere/spec/gone.yaml:1:1: error: the spec cannot be read that this code was generated from; put it "
                    + "there, or generate again from where it is"
            ])
    }
}
