using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>Which faults of a create say for certain that nothing was booked.</summary>
internal static class EpayblRefusals
{
    public static bool IsRefusal(PaymentException fault)
    {
        if (fault.Code == PaymentErrors.OrderInvalid)
            return true;
        return fault.ResultCode is { } code && EpayblErrorCatalogue.Describe(code).Class is EpayblErrorClass.Validation or EpayblErrorClass.Customer
            or EpayblErrorClass.Method or EpayblErrorClass.Conflict or EpayblErrorClass.Payer or EpayblErrorClass.State or EpayblErrorClass.Mandate;
    }
}
