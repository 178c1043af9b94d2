using System.Xml;

namespace BaseComponents.Authorities.Wire.Reading;

/// <summary>The names of elements as the reader's own instances, so that comparing them is comparing references.</summary>
internal sealed class XzufiNameSet(XmlNameTable table, XzufiNames names)
{
    public readonly string Head = table.Add("nachrichtenkopf");
    public readonly string CreatedAt = table.Add("erstelltDatumZeit");
    public readonly string Position = table.Add("transaktionPosition");
    public readonly string Answer = table.Add("antwort");
    public readonly string ResultService = table.Add("ergebnisLeistung");
    public readonly string ResultUnit = table.Add("ergebnisOrganisationseinheit");
    public readonly string Write = table.Add("schreibe");
    public readonly string Delete = table.Add("loesche");
    public readonly string Service = table.Add("leistung");
    public readonly string Unit = table.Add("organisationseinheit");
    public readonly string OnlineService = table.Add("onlinedienst");
    public readonly string Detached = table.Add("zustaendigkeitTransferObjekt");
    public readonly string Competence = table.Add("zustaendigkeit");
    public readonly string Owner = table.Add("uebergeordnetesObjektID");
    public readonly string Id = table.Add("id");
    public readonly string OtherId = table.Add("idSekundaer");
    public readonly string ServiceId = table.Add("leistungID");
    public readonly string AreaId = table.Add("gebietID");
    public readonly string Role = table.Add("rolle");
    public readonly string Code = table.Add("code");
    public readonly string Name = table.Add("name");
    public readonly string Validity = table.Add("gueltigkeit");
    public readonly string Start = table.Add("beginn");
    public readonly string End = table.Add("ende");
    public readonly string LeikaReference = table.Add("referenzLeiKa");
    public readonly string TextModule = table.Add("modulText");
    public readonly string LeikaTextModule = table.Add("leikaTextmodul");
    public readonly string Content = table.Add("inhalt");
    public readonly string FurtherLink = table.Add("weiterfuehrenderLink");
    public readonly string Terms = table.Add("modulBegriffImKontext");
    public readonly string TermInContext = table.Add("begriffImKontext");
    public readonly string Term = table.Add("begriff");
    public readonly string Costs = table.Add("modulKosten");
    public readonly string Typing = table.Add("typisierung");
    public readonly string Assurance = table.Add("vertrauensniveau");
    public readonly string Title = table.Add("bezeichnung");
    public readonly string Link = table.Add("link");
    public readonly string Uri = table.Add("uri");
    public readonly string LinkTitle = table.Add("titel");
    public readonly string LanguageVersion = table.Add("sprachversion");
    public readonly string Language = table.Add("languageCode");
    public readonly string Address = table.Add("anschrift");
    public readonly string City = table.Add("ort");
    public readonly string Coding = table.Add("verwaltungspolitischeKodierung");
    public readonly string CodingRegion = table.Add("regionalschluessel");
    public readonly string Channel = table.Add("kanal");
    public readonly string ChannelValue = table.Add("kennung");

    public readonly string Agency = table.Add("schemeAgencyID");
    public readonly string Scheme = table.Add("schemeID");

    public readonly string AddressKind = table.Add(names.AddressKind);
    public readonly string Street = table.Add(names.Street);
    public readonly string HouseNumber = table.Add(names.HouseNumber);
    public readonly string PostalCode = table.Add(names.PostalCode);
    public readonly string PostOfficeBox = table.Add(names.PostOfficeBox);
    public readonly string Communication = table.Add(names.Communication);
    public readonly string CommunicationSystem = table.Add(names.CommunicationSystem);
    public readonly string SystemKind = table.Add(names.SystemKind);
    public readonly string SystemAddress = table.Add(names.SystemAddress);
    public readonly string BankAccount = table.Add(names.BankAccount);
    public readonly string Iban = table.Add(names.Iban);
    public readonly string Bic = table.Add(names.Bic);
    public readonly string AccountHolder = table.Add(names.AccountHolder);
    public readonly string Bank = table.Add(names.Bank);
    public readonly string PaymentMeans = table.Add(names.PaymentMeans);
    public readonly string OpeningHours = table.Add(names.OpeningHours);
    public readonly string? Accessibility = names.Accessibility is { Length: > 0 } name ? table.Add(name) : null;
    public readonly string Capacity = table.Add(names.Capacity);
    public readonly string CatalogueKey = table.Add(names.CatalogueKey);
    public readonly string Fee = table.Add(names.Fee);
    public readonly string FeePurpose = table.Add(names.FeePurpose);
    public readonly string FeeChoice = table.Add(names.FeeChoice);
    public readonly string FixedFee = table.Add(names.FixedFee);
    public readonly string FreeFee = table.Add(names.FreeFee);
    public readonly string VariableFee = table.Add(names.VariableFee);
    public readonly string Amount = table.Add(names.Amount);
    public readonly string LowestAmount = table.Add(names.LowestAmount);
    public readonly string HighestAmount = table.Add(names.HighestAmount);
    public readonly string AdvancePayment = table.Add(names.AdvancePayment);

    public bool IsAdvisory(string? text) => text == names.AdvisoryCapacity;

    public XzufiNames Settings => names;
}
