namespace BaseComponents.Eid;

/// <summary>With what the person proved who they are. Open: a name that is not known here is kept as it came.</summary>
/// <remarks>The known names are those of BundID's attribute AssertionProvedBy (interface description 10.2).</remarks>
/// <param name="Name">The service's name of the method; letter case does not count in comparisons.</param>
public readonly record struct EidMethod(string Name)
{
    /// <summary>The service named no method.</summary>
    public static EidMethod Unknown => default;

    /// <summary>Online function of the identity card, the residence permit or the Union citizen card.</summary>
    /// <remarks>Online-Ausweisfunktion</remarks>
    public static EidMethod IdentityCard { get; } = new("eID");

    /// <summary>Identity card kept in a telephone.</summary>
    public static EidMethod SmartEid { get; } = new("Smart-eID");

    /// <summary>A notified scheme of another member state.</summary>
    public static EidMethod Eidas { get; } = new("eIDAS");

    /// <summary>ELSTER certificate of the tax administration.</summary>
    public static EidMethod Elster { get; } = new("Elster");

    /// <summary>User name and password.</summary>
    /// <remarks>Benutzername</remarks>
    public static EidMethod UserName { get; } = new("Benutzername");

    /// <summary>A user account of a federated portal.</summary>
    /// <remarks>Föderiertes Identitätsmanagement interoperabler Nutzerkonten (FINK)</remarks>
    public static EidMethod Fink { get; } = new("FINK");

    /// <summary>The Ukrainian state application.</summary>
    public static EidMethod Diia { get; } = new("Diia");

    /// <inheritdoc/>
    public bool Equals(EidMethod other) => string.Equals(Name ?? "", other.Name ?? "", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name ?? "");

    /// <summary>The service's name of the method.</summary>
    public override string ToString() => Name ?? "";
}
