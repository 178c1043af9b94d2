using System.Collections.Frozen;

namespace BaseComponents.Eid.Saml.Unternehmenskonto;

/// <summary>Names of attributes of Mein Unternehmenskonto. Its interface description is not public: the names are those that service providers read.</summary>
/// <remarks>See docs/standards.md#eid.</remarks>
internal static class UnternehmenskontoAttributes
{
    public const string IsTestAccount = "IstTestkonto";
    public const string IdentificationLevel = "ElsterVertrauensniveauIdentifizierung";
    public const string AuthenticationLevel = "ElsterVertrauensniveauAuthentifizierung";
    public const string PersonKind = "PersTyp";
    public const string NaturalPerson = "NatPers";
    public const string OrganisationName = "Firmenname";
    public const string LegalForm = "RechtsformText";
    public const string LegalFormCode = "Rechtsform";
    public const string RegisterType = "Registerart";
    public const string RegisterNumber = "Registernummer";
    public const string RegisterCourt = "Registergericht";
    public const string NamePrefix = "Namensvorsatz";
    public const string AcademicTitle = "AkademischerGrad";
    public const string GivenNames = "Vorname";
    public const string FamilyName = "Name";
    public const string DateOfBirth = "Geburtsdatum";
    public const string PersonAddress = "Anschrift";
    public const string OrganisationAddress = "Unternehmensanschrift";
    public const string Activity = "TaetigkeitText";
    public const string TaxIdentifier = "IdNr";
    public const string MethodPseudonym = "DatenuebermittlerPseudonymId";
    public const string Mailbox = "Postfachhandle";

    public static FrozenDictionary<EidAttribute, string[]> Of { get; } = new Dictionary<EidAttribute, string[]>
    {
        [EidAttribute.GivenNames] = [GivenNames],
        [EidAttribute.FamilyName] = [FamilyName],
        [EidAttribute.AcademicTitle] = [AcademicTitle],
        [EidAttribute.DateOfBirth] = [DateOfBirth],
        [EidAttribute.OrganisationName] = [OrganisationName],
        [EidAttribute.LegalForm] = [LegalForm, LegalFormCode],
        [EidAttribute.RegisterNumber] = [RegisterNumber],
        [EidAttribute.RegisterCourt] = [RegisterCourt],
        [EidAttribute.Address] = [OrganisationAddress, PersonAddress],
        [EidAttribute.Mailbox] = [Mailbox],
        [EidAttribute.LegalFormCode] = [LegalFormCode],
        [EidAttribute.Activity] = [Activity],
        [EidAttribute.TaxIdentifier] = [TaxIdentifier],
        [EidAttribute.MethodPseudonym] = [MethodPseudonym],
    }.ToFrozenDictionary();
}
