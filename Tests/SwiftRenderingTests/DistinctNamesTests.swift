import Testing

@testable import SwiftRendering

struct DistinctNamesTests {
    @Test func signsTellValuesApart() {
        let values = ["GMT-1", "GMT+1", "GMT+12", "*", "**", "plain"]
        #expect(
            Names.distinct(values, by: Names.enumerationCase)
                == ["gmtMinus1", "gmtPlus1", "gmt12", "star", "starStar", "plain"])
    }

    @Test func whatIsAloneKeepsItsName() {
        #expect(Names.distinct(["GMT-1", "a.b", "*"], by: Names.enumerationCase) == ["gmt1", "aB", "value"])
        #expect(Names.distinct(["@type", "type", "$type"], by: Names.member) == ["atType", "type", "dollarType"])
    }
}
