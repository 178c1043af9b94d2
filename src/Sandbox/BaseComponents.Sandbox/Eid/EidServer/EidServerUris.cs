namespace BaseComponents.Sandbox.Eid.EidServer;

/// <summary>Names of SOAP 1.1, WS-Security 1.0 and BSI TR-03130 2.4.0.</summary>
internal static class EidServerUris
{
    public const string Eid = "http://bsi.bund.de/eID/";
    public const string Dss = "urn:oasis:names:tc:dss:1.0:core:schema";
    public const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    public const string Wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    public const string Wsu = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    public const string Levels = "http://bsi.bund.de/eID/LoA/";
    public const string EidasLevels = "http://eidas.europa.eu/LoA/";
}
