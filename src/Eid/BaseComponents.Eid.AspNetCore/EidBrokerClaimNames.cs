using System.ComponentModel.DataAnnotations;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>The names under which a broker sends the user's data. Those without a standard have no default and are not read until set.</summary>
/// <remarks>
/// Defaults: OpenID Connect Core 1.0, section 5.1; OpenID Connect for Identity Assurance Claims Registration 1.0 (birth_family_name, place_of_birth, nationalities, title).
/// </remarks>
public sealed class EidBrokerClaimNames
{
    /// <summary>The service-specific pseudonym.</summary>
    /// <value><c>sub</c></value>
    [Required]
    public string Pseudonym { get; set; } = "sub";

    /// <summary>Given names.</summary>
    /// <value><c>given_name</c></value>
    public string? GivenNames { get; set; } = "given_name";

    /// <summary>Family name.</summary>
    /// <value><c>family_name</c></value>
    public string? FamilyName { get; set; } = "family_name";

    /// <summary>Name at birth.</summary>
    /// <value><c>birth_family_name</c></value>
    public string? BirthName { get; set; } = "birth_family_name";

    /// <summary>Doctoral degree.</summary>
    /// <value><c>title</c></value>
    public string? AcademicTitle { get; set; } = "title";

    /// <summary>Religious or stage name.</summary>
    /// <value><see langword="null"/></value>
    public string? ArtisticName { get; set; }

    /// <summary>Date of birth, partial dates included.</summary>
    /// <value><c>birthdate</c></value>
    public string? DateOfBirth { get; set; } = "birthdate";

    /// <summary>Place of birth: a text, or an object with <c>locality</c>.</summary>
    /// <value><c>place_of_birth</c></value>
    public string? PlaceOfBirth { get; set; } = "place_of_birth";

    /// <summary>Nationality: a text, or a list of which the first counts.</summary>
    /// <value><c>nationalities</c></value>
    public string? Nationality { get; set; } = "nationalities";

    /// <summary>Address: an object as in OpenID Connect, or a text.</summary>
    /// <value><c>address</c></value>
    public string? Address { get; set; } = "address";

    /// <summary>Mail address.</summary>
    /// <value><c>email</c></value>
    public string? MailAddress { get; set; } = "email";

    /// <summary>Log-in method: a text, or a list of which the first counts. Read in the ID token alone, as is the level.</summary>
    /// <value><c>amr</c></value>
    public string? Method { get; set; } = "amr";

    /// <summary>Handle of the state's mailbox.</summary>
    /// <value><see langword="null"/></value>
    public string? Mailbox { get; set; }

    /// <summary>Name of the organisation; its presence makes the identity that of an organisation.</summary>
    /// <value><see langword="null"/></value>
    public string? OrganisationName { get; set; }

    /// <summary>Legal form of the organisation.</summary>
    /// <value><see langword="null"/></value>
    public string? LegalForm { get; set; }

    /// <summary>Register number of the organisation.</summary>
    /// <value><see langword="null"/></value>
    public string? RegisterNumber { get; set; }

    /// <summary>Register court of the organisation.</summary>
    /// <value><see langword="null"/></value>
    public string? RegisterCourt { get; set; }

    /// <summary>Gender.</summary>
    /// <value><c>gender</c></value>
    public string? Gender { get; set; } = "gender";

    /// <summary>Telephone number.</summary>
    /// <value><c>phone_number</c></value>
    public string? TelephoneNumber { get; set; } = "phone_number";

    /// <summary>Key of the municipality.</summary>
    /// <value><see langword="null"/></value>
    public string? CommunityId { get; set; }

    /// <summary>Kind of document.</summary>
    /// <value><see langword="null"/></value>
    public string? DocumentType { get; set; }

    /// <summary>State that issued the document.</summary>
    /// <value><see langword="null"/></value>
    public string? IssuingState { get; set; }

    /// <summary>Last day on which the document is valid, as a full date.</summary>
    /// <value><see langword="null"/></value>
    public string? DateOfExpiry { get; set; }

    /// <summary>Auxiliary conditions of a residence title.</summary>
    /// <value><see langword="null"/></value>
    public string? ResidencePermit { get; set; }

    /// <summary>Trust of single claims: an object of claim names, each with a level in the broker's own names.</summary>
    /// <value><see langword="null"/></value>
    public string? Trust { get; set; }

    /// <summary>Why claims are missing: an object of claim names, each with <c>refused</c> or <c>not_on_chip</c>.</summary>
    /// <value><see langword="null"/></value>
    public string? Absence { get; set; }
}
