namespace BaseComponents.Eid.Internal;

/// <summary>Where each attribute's value stands in the model.</summary>
internal static class AttributeValues
{
    public static bool Has(EidIdentity identity, EidAttribute attribute) => Of(identity, attribute) is not null;

    private static object? Of(EidIdentity identity, EidAttribute attribute) => attribute switch
    {
        EidAttribute.GivenNames => identity.Person.GivenNames,
        EidAttribute.FamilyName => identity.Person.FamilyName,
        EidAttribute.BirthName => identity.Person.BirthName,
        EidAttribute.AcademicTitle => identity.Person.AcademicTitle,
        EidAttribute.ArtisticName => identity.Person.ArtisticName,
        EidAttribute.DateOfBirth => identity.Person.DateOfBirth,
        EidAttribute.PlaceOfBirth => identity.Person.PlaceOfBirth,
        EidAttribute.Nationality => identity.Person.Nationality,
        EidAttribute.OrganisationName => identity.Organisation?.Name,
        EidAttribute.LegalForm => identity.Organisation?.LegalForm,
        EidAttribute.RegisterNumber => identity.Organisation?.RegisterNumber,
        EidAttribute.RegisterCourt => identity.Organisation?.RegisterCourt,
        EidAttribute.Address => identity.Address,
        EidAttribute.MailAddress => identity.MailAddress,
        EidAttribute.Mailbox => identity.Mailbox,
        EidAttribute.Pseudonym => identity.Pseudonym,
        EidAttribute.Gender => identity.Person.Gender,
        EidAttribute.TaxIdentifier => identity.Person.TaxIdentifier,
        EidAttribute.LegalFormCode => identity.Organisation?.LegalFormCode,
        EidAttribute.Activity => identity.Organisation?.Activity,
        EidAttribute.TelephoneNumber => identity.TelephoneNumber,
        EidAttribute.DeMailAddress => identity.DeMailAddress,
        EidAttribute.CommunityId => identity.CommunityId,
        EidAttribute.DocumentType => identity.Document?.Type,
        EidAttribute.IssuingState => identity.Document?.IssuingState,
        EidAttribute.MethodPseudonym => identity.MethodPseudonym,
        EidAttribute.UsedTwoFactors => identity.UsedTwoFactors,
        EidAttribute.DateOfExpiry => identity.Document?.DateOfExpiry,
        EidAttribute.ResidencePermit => identity.Document?.ResidencePermit,
        _ => null,
    };
}
