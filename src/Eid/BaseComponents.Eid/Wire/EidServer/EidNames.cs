namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>Names of BSI TR-03130-1 (2.x), OASIS DSS 1.0, SOAP 1.1 and Web Services Security 1.0.</summary>
internal static class EidNames
{
    public const string Eid = "http://bsi.bund.de/eID/";
    public const string Dss = "urn:oasis:names:tc:dss:1.0:core:schema";
    public const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    public const string Wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    public const string Wsse11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd";
    public const string Wsu = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    public const string UseId = "useID";
    public const string GetResult = "getResult";
    public const string GetServerInfo = "getServerInfo";
}
