using System.Xml.Linq;

namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>Namespaces of the SOAP interface.</summary>
internal static class EpayblSoapNames
{
    public static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    public static readonly XNamespace Encoding = "http://schemas.xmlsoap.org/soap/encoding/";
    public static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema";
    public static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";
    public static readonly XNamespace Epayment = "http://www.bff.bund.de/ePayment";
}
