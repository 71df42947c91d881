extension Duration {
    /// The duration as a number of seconds.
    var inSeconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }
}

extension Clock where Duration == Swift.Duration {
    /// Tells the time that has passed since this call.
    func stopwatch() -> () -> Duration {
        let start = now
        return { start.duration(to: self.now) }
    }
}
