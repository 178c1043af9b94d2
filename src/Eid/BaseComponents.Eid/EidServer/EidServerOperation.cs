using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace BaseComponents.Eid.EidServer;

/// <summary>One thing an eID server reads from the card or lets it prove. Open: a name that is not known here is kept as it came.</summary>
/// <remarks>The 17 operations of UseOperations, OperationsAllowedByUser and DocumentVerificationRights (TR-03130-1).</remarks>
/// <param name="Name">Name on the wire.</param>
public readonly record struct EidServerOperation(string Name)
{
    /// <summary><see cref="EidDocument.Type"/></summary>
    public static EidServerOperation DocumentType { get; } = new("DocumentType");

    /// <summary><see cref="EidDocument.IssuingState"/></summary>
    public static EidServerOperation IssuingState { get; } = new("IssuingState");

    /// <summary><see cref="EidDocument.DateOfExpiry"/></summary>
    public static EidServerOperation DateOfExpiry { get; } = new("DateOfExpiry");

    /// <summary><see cref="EidPerson.GivenNames"/></summary>
    public static EidServerOperation GivenNames { get; } = new("GivenNames");

    /// <summary><see cref="EidPerson.FamilyName"/></summary>
    public static EidServerOperation FamilyNames { get; } = new("FamilyNames");

    /// <summary><see cref="EidPerson.ArtisticName"/></summary>
    public static EidServerOperation ArtisticName { get; } = new("ArtisticName");

    /// <summary><see cref="EidPerson.AcademicTitle"/></summary>
    public static EidServerOperation AcademicTitle { get; } = new("AcademicTitle");

    /// <summary><see cref="EidPerson.DateOfBirth"/></summary>
    public static EidServerOperation DateOfBirth { get; } = new("DateOfBirth");

    /// <summary><see cref="EidPerson.PlaceOfBirth"/></summary>
    public static EidServerOperation PlaceOfBirth { get; } = new("PlaceOfBirth");

    /// <summary><see cref="EidPerson.Nationality"/></summary>
    public static EidServerOperation Nationality { get; } = new("Nationality");

    /// <summary><see cref="EidPerson.BirthName"/></summary>
    public static EidServerOperation BirthName { get; } = new("BirthName");

    /// <summary><see cref="EidIdentity.Address"/></summary>
    public static EidServerOperation PlaceOfResidence { get; } = new("PlaceOfResidence");

    /// <summary><see cref="EidIdentity.CommunityId"/></summary>
    public static EidServerOperation CommunityId { get; } = new("CommunityID");

    /// <summary><see cref="EidDocument.ResidencePermit"/></summary>
    public static EidServerOperation ResidencePermit { get; } = new("ResidencePermitI");

    /// <summary><see cref="EidIdentity.Pseudonym"/></summary>
    public static EidServerOperation RestrictedId { get; } = new("RestrictedID");

    /// <summary><see cref="EidServerResult.Verified.FulfilsAge"/></summary>
    public static EidServerOperation AgeVerification { get; } = new("AgeVerification");

    /// <summary><see cref="EidServerResult.Verified.FulfilsPlace"/></summary>
    public static EidServerOperation PlaceVerification { get; } = new("PlaceVerification");

    /// <summary>All that are known here, in the order of the schema.</summary>
    public static ImmutableArray<EidServerOperation> Known { get; } =
    [
        DocumentType, IssuingState, DateOfExpiry, GivenNames, FamilyNames, ArtisticName, AcademicTitle, DateOfBirth, PlaceOfBirth, Nationality, BirthName,
        PlaceOfResidence, CommunityId, ResidencePermit, RestrictedId, AgeVerification, PlaceVerification,
    ];

    /// <summary>Whether this is one of <see cref="Known"/>. Only those can be asked for.</summary>
    public bool IsKnown => Known.Contains(this);

    /// <summary>Finds a known operation by its name on the wire, exactly as it is written there.</summary>
    /// <param name="name">Such as <c>GivenNames</c>.</param>
    /// <param name="operation">The operation found.</param>
    public static bool TryFind([NotNullWhen(true)] string? name, out EidServerOperation operation)
    {
        operation = new EidServerOperation(name ?? "");
        return operation.IsKnown;
    }

    /// <summary>Name on the wire.</summary>
    public override string ToString() => Name ?? "";
}

/// <summary>How much an operation is wanted.</summary>
public enum EidServerDemand
{
    /// <summary>Without it the log-in fails.</summary>
    /// <remarks>REQUIRED</remarks>
    Required,

    /// <summary>The citizen may leave it out.</summary>
    /// <remarks>ALLOWED</remarks>
    Allowed,
}
