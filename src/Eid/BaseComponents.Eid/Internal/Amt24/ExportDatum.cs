namespace BaseComponents.Eid.Internal.Amt24;

/// <summary>The pieces of data that a field of a form can hold. Their names are the keys of the setting <c>Fields</c>.</summary>
internal enum ExportDatum
{
    GivenNames,
    FamilyName,
    BirthName,
    AcademicTitle,
    DateOfBirth,
    PlaceOfBirth,
    Nationality,
    Gender,
    TaxIdentifier,
    Street,
    HouseNumber,
    AddressSupplement,
    PostalCode,
    Locality,
    Country,
    MailAddress,
    TelephoneNumber,
    DeMailAddress,
    OrganisationName,
    LegalForm,
    RegisterNumber,
    RegisterCourt,
}

/// <summary>What the data are in the model.</summary>
internal static class ExportData
{
    public static EidAttribute AttributeOf(ExportDatum datum) => datum switch
    {
        ExportDatum.GivenNames => EidAttribute.GivenNames,
        ExportDatum.FamilyName => EidAttribute.FamilyName,
        ExportDatum.BirthName => EidAttribute.BirthName,
        ExportDatum.AcademicTitle => EidAttribute.AcademicTitle,
        ExportDatum.DateOfBirth => EidAttribute.DateOfBirth,
        ExportDatum.PlaceOfBirth => EidAttribute.PlaceOfBirth,
        ExportDatum.Nationality => EidAttribute.Nationality,
        ExportDatum.Gender => EidAttribute.Gender,
        ExportDatum.TaxIdentifier => EidAttribute.TaxIdentifier,
        ExportDatum.MailAddress => EidAttribute.MailAddress,
        ExportDatum.TelephoneNumber => EidAttribute.TelephoneNumber,
        ExportDatum.DeMailAddress => EidAttribute.DeMailAddress,
        ExportDatum.OrganisationName => EidAttribute.OrganisationName,
        ExportDatum.LegalForm => EidAttribute.LegalForm,
        ExportDatum.RegisterNumber => EidAttribute.RegisterNumber,
        ExportDatum.RegisterCourt => EidAttribute.RegisterCourt,
        _ => EidAttribute.Address,
    };

    public static bool IsOfOrganisation(ExportDatum datum) => datum >= ExportDatum.OrganisationName;
}
