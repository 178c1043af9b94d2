namespace BaseComponents.Authorities;

/// <summary>A way to reach a unit. Unknown codes keep their text.</summary>
/// <param name="Code">The code of the delivery.</param>
/// <remarks>Kanal, list urn:de:xoev:codeliste:erreichbarkeit.</remarks>
public readonly record struct ChannelKind(string Code)
{
    /// <summary>Electronic mail.</summary>
    public static ChannelKind Mail => new("01");

    /// <summary>Telephone.</summary>
    public static ChannelKind Telephone => new("02");

    /// <summary>Web page.</summary>
    public static ChannelKind Web => new("09");
}
