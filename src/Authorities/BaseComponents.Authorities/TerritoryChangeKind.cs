namespace BaseComponents.Authorities;

/// <summary>What became of an area whose key holds no longer.</summary>
public enum TerritoryChangeKind
{
    /// <summary>It became part of another area, alone or with others.</summary>
    /// <remarks>Eingliederung, Zusammenschluss.</remarks>
    Merge,

    /// <summary>It was divided between several areas.</summary>
    /// <remarks>Aufteilung.</remarks>
    Split,

    /// <summary>It bears another name, and with it another key.</summary>
    /// <remarks>Namensänderung.</remarks>
    Rename,

    /// <summary>The same area bears another key, since its district or its association changed.</summary>
    /// <remarks>Schlüsseländerung.</remarks>
    Rekey,
}
