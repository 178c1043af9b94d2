namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>Namespaces of SOAP 1.1 and of ePayBL.</summary>
internal static class SoapNames
{
    public const string Envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    public const string Encoding = "http://schemas.xmlsoap.org/soap/encoding/";
    public const string Schema = "http://www.w3.org/2001/XMLSchema";
    public const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    public const string Epayment = "http://www.bff.bund.de/ePayment";
}
