extension String {
    /// The text itself, or its beginning and an ellipsis where it has more than `limit` characters.
    func shortened(to limit: Int) -> String {
        guard let end = index(startIndex, offsetBy: limit, limitedBy: endIndex), end < endIndex else { return self }
        return self[..<end] + "…"
    }

    /// The text in one line: every run of white space and control characters is one blank.
    package var singleLine: String {
        var scalars = String.UnicodeScalarView()
        var isInGap = false
        for scalar in unicodeScalars {
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
                || scalar.properties.isBidiControl
            {
                isInGap = true
            } else {
                if isInGap, !scalars.isEmpty { scalars.append(" ") }
                isInGap = false
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
