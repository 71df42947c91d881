/// The version that this package speaks.
public typealias GardenClient = Glasshouse.V1_2.Client
