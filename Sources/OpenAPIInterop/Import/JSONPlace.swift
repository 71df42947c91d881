/// A place in a document as a JSON pointer (RFC 6901), put together only when somebody asks for its text.
final class JSONPlace: Sendable {
    private let parent: JSONPlace?
    private let step: String
    /// Which of the documents of a reading it lies in; 0 is the one that was asked for.
    let document: Int
    /// What stands before the pointer: the path of a file beside the document, nothing for the document itself.
    private let file: String
    /// Differs for most places that differ; two readings of one place have the same.
    let fingerprint: UInt64

    /// The root of a document.
    init(document: Int = 0, file: String = "") {
        parent = nil
        step = ""
        self.document = document
        self.file = file
        fingerprint = 0xCBF2_9CE4_8422_2325 &+ UInt64(document)
    }

    private init(_ parent: JSONPlace, _ step: String) {
        self.parent = parent
        self.step = step
        document = parent.document
        file = parent.file
        // FNV-1a over the steps, each after a slash.
        var hash = (parent.fingerprint ^ 0x2F) &* 0x100_0000_01B3
        for byte in step.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        fingerprint = hash
    }

    /// The place of a member or item.
    func appending(_ step: String) -> JSONPlace { JSONPlace(self, step) }

    /// The place of an item.
    func appending(_ index: Int) -> JSONPlace { JSONPlace(self, String(index)) }

    /// The steps from the root.
    var steps: [String] {
        var steps: [String] = []
        var place = self
        while let parent = place.parent {
            steps.append(place.step)
            place = parent
        }
        return steps.reversed()
    }

    /// The pointer as the fragment of a reference: `#/components/schemas/Pet`, after the file where it is another one.
    var pointer: String {
        var text = Array(file.utf8)
        text.append(UInt8(ascii: "#"))
        for step in steps {
            text.append(UInt8(ascii: "/"))
            for byte in step.utf8 {
                switch byte {
                case UInt8(ascii: "~"): text += "~0".utf8
                case UInt8(ascii: "/"): text += "~1".utf8
                default: text.append(byte)
                }
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
