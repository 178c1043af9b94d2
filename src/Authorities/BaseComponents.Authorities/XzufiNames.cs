using System.ComponentModel.DataAnnotations;

namespace BaseComponents.Authorities;

/// <summary>
/// Names of XZuFi that could not be confirmed in a public source. Change them where a delivery spells them otherwise; everything else is
/// fixed by the standard. An element that is not there is no fault.
/// </summary>
public sealed class XzufiNames
{
    /// <summary>The namespaces that are read, by the version they stand for. That of 2.3.1 is unconfirmed.</summary>
    /// <value>2.1, 2.2 and 2.3.1, each <c>http://xoev.de/schemata/xzufi/</c> and the version in three digits with underscores.</value>
    [Required]
    public IDictionary<string, string> Namespaces { get; set; } = new Dictionary<string, string>
    {
        ["2.1"] = "http://xoev.de/schemata/xzufi/2_1_0",
        ["2.2"] = "http://xoev.de/schemata/xzufi/2_2_0",
        ["2.3.1"] = "http://xoev.de/schemata/xzufi/2_3_1",
    };

    /// <summary>Street, within <c>anschrift</c>.</summary>
    /// <value><c>strasse</c></value>
    [Required]
    public string Street { get; set; } = "strasse";

    /// <summary>House number, within <c>anschrift</c>.</summary>
    /// <value><c>hausnummer</c></value>
    [Required]
    public string HouseNumber { get; set; } = "hausnummer";

    /// <summary>Postal code, within <c>anschrift</c>.</summary>
    /// <value><c>postleitzahl</c></value>
    [Required]
    public string PostalCode { get; set; } = "postleitzahl";

    /// <summary>One way to reach the unit; holds <c>kanal/code</c> (list urn:de:xoev:codeliste:erreichbarkeit) and <c>kennung</c>.</summary>
    /// <value><c>kommunikation</c></value>
    [Required]
    public string Communication { get; set; } = "kommunikation";

    /// <summary>Within a competence: what the unit does in the matter.</summary>
    /// <value><c>auspraegung</c></value>
    [Required]
    public string Capacity { get; set; } = "auspraegung";

    /// <summary>The value of <see cref="Capacity"/> (its text, or its code's name) that marks a unit which only advises.</summary>
    /// <value><c>Beraten</c></value>
    [Required]
    public string AdvisoryCapacity { get; set; } = "Beraten";

    /// <summary>Kind of an address, a code, within <c>anschrift</c>.</summary>
    /// <value><c>typ</c></value>
    [Required]
    public string AddressKind { get; set; } = "typ";

    /// <summary>Post office box, within <c>anschrift</c>.</summary>
    /// <value><c>postfach</c></value>
    [Required]
    public string PostOfficeBox { get; set; } = "postfach";

    /// <summary>An electronic way into a unit that is not mail, telephone or web.</summary>
    /// <value><c>kommunikationssystem</c></value>
    [Required]
    public string CommunicationSystem { get; set; } = "kommunikationssystem";

    /// <summary>Kind of <see cref="CommunicationSystem"/>, a code or its name.</summary>
    /// <value><c>kanal</c></value>
    [Required]
    public string SystemKind { get; set; } = "kanal";

    /// <summary>The address within <see cref="CommunicationSystem"/>.</summary>
    /// <value><c>kennung</c></value>
    [Required]
    public string SystemAddress { get; set; } = "kennung";

    /// <summary>The value of <see cref="SystemKind"/> (its text, its code or its code's name) that marks an account of the service portal.</summary>
    /// <value><c>Servicekonto</c></value>
    [Required]
    public string ServiceAccountSystem { get; set; } = "Servicekonto";

    /// <summary>The value of <see cref="SystemKind"/> that marks De-Mail.</summary>
    /// <value><c>De-Mail</c></value>
    [Required]
    public string DeMailSystem { get; set; } = "De-Mail";

    /// <summary>The value of <see cref="SystemKind"/> that marks the mailbox of the courts and authorities.</summary>
    /// <value><c>EGVP</c></value>
    [Required]
    public string EgvpSystem { get; set; } = "EGVP";

    /// <summary>The value of <see cref="SystemKind"/> that marks a key of the directory of services.</summary>
    /// <value><c>DVDV</c></value>
    [Required]
    public string ServiceConnectionSystem { get; set; } = "DVDV";

    /// <summary>An account of a unit; holds <see cref="Iban"/> and, for the services it is restricted to, <c>leistungID</c>.</summary>
    /// <value><c>bankverbindung</c></value>
    [Required]
    public string BankAccount { get; set; } = "bankverbindung";

    /// <summary>The account's number, within <see cref="BankAccount"/>.</summary>
    /// <value><c>iban</c></value>
    [Required]
    public string Iban { get; set; } = "iban";

    /// <summary>The bank's code, within <see cref="BankAccount"/>.</summary>
    /// <value><c>bic</c></value>
    [Required]
    public string Bic { get; set; } = "bic";

    /// <summary>Who the account belongs to, within <see cref="BankAccount"/>.</summary>
    /// <value><c>empfaenger</c></value>
    [Required]
    public string AccountHolder { get; set; } = "empfaenger";

    /// <summary>Name of the bank, within <see cref="BankAccount"/>.</summary>
    /// <value><c>bank</c></value>
    [Required]
    public string Bank { get; set; } = "bank";

    /// <summary>A means of payment that a unit takes, a code.</summary>
    /// <value><c>zahlungsweise</c></value>
    [Required]
    public string PaymentMeans { get; set; } = "zahlungsweise";

    /// <summary>When a unit is open, as text in one or more languages.</summary>
    /// <value><c>oeffnungszeiten</c></value>
    [Required]
    public string OpeningHours { get; set; } = "oeffnungszeiten";

    /// <summary>Key of a service in XZuFi 2.3.1, where 2.2 has <c>referenzLeiKa</c>.</summary>
    /// <value><c>referenzLeistungsschluessel</c></value>
    [Required]
    public string CatalogueKey { get; set; } = "referenzLeistungsschluessel";

    /// <summary>One fee, within <c>modulKosten</c>.</summary>
    /// <value><c>kosten</c></value>
    [Required]
    public string Fee { get; set; } = "kosten";

    /// <summary>What a fee is taken for, a code, within <see cref="Fee"/>.</summary>
    /// <value><c>typ</c></value>
    [Required]
    public string FeePurpose { get; set; } = "typ";

    /// <summary>What holds the amount within <see cref="Fee"/>; its <c>xsi:type</c> or its child says which of three.</summary>
    /// <value><c>kostenauswahl</c></value>
    [Required]
    public string FeeChoice { get; set; } = "kostenauswahl";

    /// <summary>A fee of one amount: an element, or the <c>xsi:type</c> of <see cref="FeeChoice"/>.</summary>
    /// <value><c>kostenFix</c></value>
    [Required]
    public string FixedFee { get; set; } = "kostenFix";

    /// <summary>No fee: an element, or the <c>xsi:type</c> of <see cref="FeeChoice"/>.</summary>
    /// <value><c>kostenFrei</c></value>
    [Required]
    public string FreeFee { get; set; } = "kostenFrei";

    /// <summary>A fee between two amounts: an element, or the <c>xsi:type</c> of <see cref="FeeChoice"/>.</summary>
    /// <value><c>kostenVariabel</c></value>
    [Required]
    public string VariableFee { get; set; } = "kostenVariabel";

    /// <summary>The amount of <see cref="FixedFee"/>.</summary>
    /// <value><c>betrag</c></value>
    [Required]
    public string Amount { get; set; } = "betrag";

    /// <summary>The lowest amount of <see cref="VariableFee"/>.</summary>
    /// <value><c>betragUntergrenze</c></value>
    [Required]
    public string LowestAmount { get; set; } = "betragUntergrenze";

    /// <summary>The highest amount of <see cref="VariableFee"/>.</summary>
    /// <value><c>betragObergrenze</c></value>
    [Required]
    public string HighestAmount { get; set; } = "betragObergrenze";

    /// <summary>Whether a fee is paid before anything is done, within <see cref="Fee"/>.</summary>
    /// <value><c>vorkasse</c></value>
    [Required]
    public string AdvancePayment { get; set; } = "vorkasse";

    /// <summary>Whether and how people with disabilities get in, as text in one or more languages, within a unit or its <c>anschrift</c>.</summary>
    /// <value>None: no source gives a name, so it is not read.</value>
    public string? Accessibility { get; set; }
}
