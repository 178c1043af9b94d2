namespace BaseComponents.Eid.Internal.Amt24;

/// <summary>The values of one instance as an identity.</summary>
internal static class ExportIdentity
{
    public static EidIdentity Of(Dictionary<ExportDatum, string> values, ExportRules rules, MailboxHandle? mailbox) =>
        Read(values, rules.Account) with { Level = rules.Level, Mailbox = mailbox, Statements = Statements(rules, mailbox is not null, rules.Trust.GetValueOrDefault) };

    // Entered by the applicant: no account stands behind it.
    public static EidIdentity OfOther(Dictionary<ExportDatum, string> values, ExportRules rules) =>
        Read(values, account: null) with { Statements = Statements(rules, hasMailbox: false, static _ => AssuranceLevel.Unknown) };

    private static EidIdentity Read(Dictionary<ExportDatum, string> values, EidIdentityKind? account) => new()
    {
        Person = Person(values),
        Organisation = account is EidIdentityKind.Organisation || values.Keys.Any(ExportData.IsOfOrganisation) ? Organisation(values) : null,
        Address = Address(values),
        MailAddress = values.GetValueOrDefault(ExportDatum.MailAddress),
        TelephoneNumber = values.GetValueOrDefault(ExportDatum.TelephoneNumber),
        DeMailAddress = values.GetValueOrDefault(ExportDatum.DeMailAddress),
    };

    private static EidPerson Person(Dictionary<ExportDatum, string> values) => new()
    {
        GivenNames = values.GetValueOrDefault(ExportDatum.GivenNames),
        FamilyName = values.GetValueOrDefault(ExportDatum.FamilyName),
        BirthName = values.GetValueOrDefault(ExportDatum.BirthName),
        AcademicTitle = values.GetValueOrDefault(ExportDatum.AcademicTitle),
        DateOfBirth = values.TryGetValue(ExportDatum.DateOfBirth, out var date) ? ExportDate.Read(date) : null,
        PlaceOfBirth = values.GetValueOrDefault(ExportDatum.PlaceOfBirth),
        Nationality = Country(values, ExportDatum.Nationality),
        Gender = values.TryGetValue(ExportDatum.Gender, out var gender) ? new EidGender(gender) : null,
        TaxIdentifier = values.GetValueOrDefault(ExportDatum.TaxIdentifier),
    };

    private static EidOrganisation Organisation(Dictionary<ExportDatum, string> values) => new()
    {
        Name = values.GetValueOrDefault(ExportDatum.OrganisationName),
        LegalForm = values.GetValueOrDefault(ExportDatum.LegalForm),
        RegisterNumber = values.GetValueOrDefault(ExportDatum.RegisterNumber),
        RegisterCourt = values.GetValueOrDefault(ExportDatum.RegisterCourt),
    };

    private static StructuredAddress? Address(Dictionary<ExportDatum, string> values)
    {
        var address = new StructuredAddress
        {
            Street = values.GetValueOrDefault(ExportDatum.Street),
            HouseNumber = values.GetValueOrDefault(ExportDatum.HouseNumber),
            Supplement = values.GetValueOrDefault(ExportDatum.AddressSupplement),
            PostalCode = values.GetValueOrDefault(ExportDatum.PostalCode),
            Locality = values.GetValueOrDefault(ExportDatum.Locality),
            Country = Country(values, ExportDatum.Country),
        };
        return address == new StructuredAddress() ? null : address;
    }

    private static CountryCode? Country(Dictionary<ExportDatum, string> values, ExportDatum datum) => values.TryGetValue(datum, out var text) ? new CountryCode(text) : null;

    // Stated for every attribute of a field: none inherits the level of the log-in by itself.
    private static AttributeStatements Statements(ExportRules rules, bool hasMailbox, Func<EidAttribute, AssuranceLevel> trust)
    {
        var statements = rules.Trust.Keys.Aggregate(AttributeStatements.None, (so, attribute) => so.WithTrust(attribute, trust(attribute)));
        return Enum.GetValues<EidAttribute>()
            .Where(attribute => !rules.Trust.ContainsKey(attribute) && !(hasMailbox && attribute is EidAttribute.Mailbox))
            .Aggregate(statements, static (so, attribute) => so.WithAbsence(attribute, attribute is EidAttribute.Mailbox ? AbsenceReason.Unstated : AbsenceReason.NotRequested));
    }
}
