namespace BaseComponents.Eid.AspNetCore.Internal.Mapping;

/// <summary>Which claim each attribute comes from, as configured; null for attributes that are not read.</summary>
internal static class AttributeClaims
{
    public static IEnumerable<(EidAttribute Attribute, string? Claim)> Of(EidBrokerClaimNames names) =>
    [
        (EidAttribute.GivenNames, names.GivenNames),
        (EidAttribute.FamilyName, names.FamilyName),
        (EidAttribute.BirthName, names.BirthName),
        (EidAttribute.AcademicTitle, names.AcademicTitle),
        (EidAttribute.ArtisticName, names.ArtisticName),
        (EidAttribute.DateOfBirth, names.DateOfBirth),
        (EidAttribute.PlaceOfBirth, names.PlaceOfBirth),
        (EidAttribute.Nationality, names.Nationality),
        (EidAttribute.OrganisationName, names.OrganisationName),
        (EidAttribute.LegalForm, names.LegalForm),
        (EidAttribute.RegisterNumber, names.RegisterNumber),
        (EidAttribute.RegisterCourt, names.RegisterCourt),
        (EidAttribute.Address, names.Address),
        (EidAttribute.MailAddress, names.MailAddress),
        (EidAttribute.Mailbox, names.Mailbox),
        (EidAttribute.Pseudonym, names.Pseudonym),
        (EidAttribute.Gender, names.Gender),
        (EidAttribute.TelephoneNumber, names.TelephoneNumber),
        (EidAttribute.CommunityId, names.CommunityId),
        (EidAttribute.DocumentType, names.DocumentType),
        (EidAttribute.IssuingState, names.IssuingState),
        (EidAttribute.DateOfExpiry, names.DateOfExpiry),
        (EidAttribute.ResidencePermit, names.ResidencePermit),
    ];
}
