using BaseComponents.Tests.Authorities.Support;
using BaseComponents.Tests.Fuzz.Authorities;
using BaseComponents.Tests.Fuzz.Eid;
using BaseComponents.Tests.Fuzz.Payments;
using BaseComponents.Tests.Fuzz.SecureMail;

namespace BaseComponents.Tests.Fuzz;

/// <summary>Something that reads what strangers send. It must refuse in the way it promises, and never take for true what nobody signed.</summary>
/// <param name="name">Name of the reader and of its folder in the corpus.</param>
internal abstract class Reader(string name)
{
    public static IReadOnlyList<Reader> All { get; } =
    [
        new ResponseReader(), new EncryptedResponseReader(), new MetadataReader(), new RequestReader(), new IdentityTextReader(), new LogoutTokenReader(), new VerifiedClaimsReader(), new BrokerTokenReader(), new ServerAnswerReader(), new ServerResultReader(),
        new Amt24XmlReader(), new Amt24JsonReader(),
        new TransferTextReader(), new EpayblRestReader(), new EpayblSoapReader(), new EpayblNotificationReader(), new CamtFileReader(), new XBezahldiensteReader(),
        new EnvelopeReader(), new SignedReader(), new MimeReader(), new Pkcs12FileReader(), new OcspReader(), new ListReader(), new WebKeyReader(), new LdapReader(),
        new KeyTextReader(), new RegionJsonReader(), new RegionGenericodeReader(), new MunicipalDirectoryFileReader(), new PostalCodeFileReader(), new TerritoryFileReader(), new PlaceTextReader(), new ServiceTextReader(), new SnapshotFileReader(),
        new BulkEnvelopeReader(), new TokenAnswerReader(), new BulkCursorReader(),
        new DestinationSignatureReader(), new RoutesReader(), new RoutingKeysReader(),
        new PvogPlacesReader(), new PvogDescriptionsReader(), new PvogTitlesReader(), new PvogUnitReader(), new PvogOnlineReader(),
        new GatewayMarkReader(), new SubjectReader(), new SmtpReplyReader(), new DeliveryStatusReader(), new DispositionReader(), new TimeStampReader(),
        new OpenPgpMessageReader(), new OpenPgpContentReader(), new OpenPgpSignatureReader(), new OpenPgpKeyReader(),
        new DeliveryReader("xzufi-2-1", DeliveryVersion.V21), new DeliveryReader("xzufi-2-2", DeliveryVersion.V22), new DeliveryReader("xzufi-2-3-1", DeliveryVersion.V231),
    ];

    public string Name => name;

    public static Reader Find(string name) => All.First(reader => reader.Name == name);

    /// <summary>Reads the input; any exception that gets out, and any wrong acceptance, is a defect.</summary>
    public abstract void Read(byte[] input);

    /// <summary>Inputs to begin with, by the name of their file.</summary>
    public abstract IEnumerable<(string Name, byte[] Input)> Seeds();
}

/// <summary>What was read is not what was signed, or not what the reader promises.</summary>
internal sealed class WrongReadingException(string message) : Exception(message);
