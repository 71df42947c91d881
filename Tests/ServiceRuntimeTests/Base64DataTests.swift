import Foundation
import ServiceRuntime
import Testing

@Suite struct Base64DataTests {
    private struct Parcel: Codable, Equatable {
        var seal: Base64Data
        var stamps: [Base64Data]?
    }

    @Test func bytesAreSentAsTextAndCome() throws {
        let parcel = Parcel(seal: Base64Data([0, 255, 16]), stamps: ["AAE="])
        let text = String(decoding: try JSONEncoder().encode(parcel), as: UTF8.self)
        #expect(text.contains(#""seal":"AP8Q""#))
        #expect(try JSONDecoder().decode(Parcel.self, from: Data(text.utf8)) == parcel)
        #expect(parcel.stamps?.first?.data == Data([0, 1]))
    }

    @Test(arguments: [("-_8", [251, 255]), ("AP8", [0, 255]), ("", []), ("AA==", [0])] as [(String, [UInt8])])
    func eitherAlphabetIsUnderstood(text: String, bytes: [UInt8]) {
        #expect(Base64Data(rawValue: text).data == Data(bytes))
    }

    @Test func whatIsNoBase64IsKept() {
        let value = Base64Data(rawValue: "not at all!")
        #expect(value.data == nil)
        #expect(value.parameterTexts == ["not at all!"])
    }
}
