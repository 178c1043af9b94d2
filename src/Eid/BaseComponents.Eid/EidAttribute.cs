namespace BaseComponents.Eid;

/// <summary>The data of an identity that can be asked for, refused, missing, and differently trusted.</summary>
public enum EidAttribute
{
    /// <summary><see cref="EidPerson.GivenNames"/></summary>
    GivenNames,

    /// <summary><see cref="EidPerson.FamilyName"/></summary>
    FamilyName,

    /// <summary><see cref="EidPerson.BirthName"/></summary>
    BirthName,

    /// <summary><see cref="EidPerson.AcademicTitle"/></summary>
    AcademicTitle,

    /// <summary><see cref="EidPerson.ArtisticName"/></summary>
    ArtisticName,

    /// <summary><see cref="EidPerson.DateOfBirth"/></summary>
    DateOfBirth,

    /// <summary><see cref="EidPerson.PlaceOfBirth"/></summary>
    PlaceOfBirth,

    /// <summary><see cref="EidPerson.Nationality"/></summary>
    Nationality,

    /// <summary><see cref="EidOrganisation.Name"/></summary>
    OrganisationName,

    /// <summary><see cref="EidOrganisation.LegalForm"/></summary>
    LegalForm,

    /// <summary><see cref="EidOrganisation.RegisterNumber"/></summary>
    RegisterNumber,

    /// <summary><see cref="EidOrganisation.RegisterCourt"/></summary>
    RegisterCourt,

    /// <summary><see cref="EidIdentity.Address"/></summary>
    Address,

    /// <summary><see cref="EidIdentity.MailAddress"/></summary>
    MailAddress,

    /// <summary><see cref="EidIdentity.Mailbox"/></summary>
    Mailbox,

    /// <summary><see cref="EidIdentity.Pseudonym"/></summary>
    Pseudonym,

    /// <summary><see cref="EidPerson.Gender"/></summary>
    Gender,

    /// <summary><see cref="EidPerson.TaxIdentifier"/></summary>
    TaxIdentifier,

    /// <summary><see cref="EidOrganisation.LegalFormCode"/></summary>
    LegalFormCode,

    /// <summary><see cref="EidOrganisation.Activity"/></summary>
    Activity,

    /// <summary><see cref="EidIdentity.TelephoneNumber"/></summary>
    TelephoneNumber,

    /// <summary><see cref="EidIdentity.DeMailAddress"/></summary>
    DeMailAddress,

    /// <summary><see cref="EidIdentity.CommunityId"/></summary>
    CommunityId,

    /// <summary><see cref="EidDocument.Type"/></summary>
    DocumentType,

    /// <summary><see cref="EidDocument.IssuingState"/></summary>
    IssuingState,

    /// <summary><see cref="EidIdentity.MethodPseudonym"/></summary>
    MethodPseudonym,

    /// <summary><see cref="EidIdentity.UsedTwoFactors"/></summary>
    UsedTwoFactors,

    /// <summary><see cref="EidDocument.DateOfExpiry"/></summary>
    DateOfExpiry,

    /// <summary><see cref="EidDocument.ResidencePermit"/></summary>
    ResidencePermit,
}
