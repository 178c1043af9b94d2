namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>The sections of a snapshot. The numbers stand in files: none is ever used again for something else.</summary>
internal enum SectionId
{
    /// <summary><see cref="IndexFacts"/>.</summary>
    Facts = 1,

    /// <summary><see cref="RegionEntry"/>, by number.</summary>
    Regions = 2,

    /// <summary>Slots of a <see cref="KeyTable"/> over the regions.</summary>
    RegionSlots = 3,

    /// <summary><see cref="ServiceEntry"/>, by number.</summary>
    Services = 4,

    /// <summary>Slots of a <see cref="KeyTable"/> over the services.</summary>
    ServiceSlots = 5,

    /// <summary>The <see cref="AreaSet"/> of every service.</summary>
    Areas = 6,

    /// <summary>A <see cref="Cell"/> for every service and area.</summary>
    Cells = 7,

    /// <summary>Units of cells that name several.</summary>
    Lists = 8,

    /// <summary>Units of cells whose values are too large for the short form.</summary>
    WideLists = 9,

    /// <summary>Where the intervals of each validity begin.</summary>
    ValidityOffsets = 10,

    /// <summary><see cref="DayInterval"/>.</summary>
    Intervals = 11,

    /// <summary>Codes of roles beyond the known ones, as a JSON array.</summary>
    Roles = 12,

    /// <summary>Where each unit's record begins.</summary>
    UnitOffsets = 13,

    /// <summary>The units, as JSON.</summary>
    Units = 14,

    /// <summary>Where each service's record begins.</summary>
    ServiceOffsets = 15,

    /// <summary>The services, as JSON.</summary>
    ServiceRecords = 16,

    /// <summary>Names of regions and their postal codes, as JSON.</summary>
    Catalogue = 17,

    /// <summary>Values of units that wait for a person, as JSON.</summary>
    Held = 18,

    /// <summary><see cref="DestinationEntry"/>.</summary>
    DestinationEntries = 19,

    /// <summary>The different destinations, sixteen bytes each.</summary>
    Destinations = 20,

    /// <summary><see cref="OnlineEntry"/>.</summary>
    OnlineEntries = 21,

    /// <summary>Where the record of each service on the web begins.</summary>
    OnlineOffsets = 22,

    /// <summary>The services on the web, as JSON.</summary>
    OnlineServices = 23,
}
