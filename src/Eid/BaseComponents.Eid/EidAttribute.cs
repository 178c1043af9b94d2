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
}
