using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>Whether ePayBL can be used now.</summary>
internal static class EpayblServiceStatus
{
    public static async Task<PaymentServiceStatus> AskAsync(IEpayblClient client, CancellationToken cancellationToken)
    {
        try
        {
            var status = await client.GetStatusAsync(cancellationToken).ConfigureAwait(false);
            return status.IsAlive ? PaymentServiceStatus.Available : PaymentServiceStatus.Unavailable;
        }
        catch (PaymentException exception) when (exception.IsTransient)
        {
            return PaymentServiceStatus.Unavailable;
        }
        catch (PaymentException exception) when (exception.Code is PaymentErrors.AccessDenied or PaymentErrors.BackEndMisconfigured)
        {
            return PaymentServiceStatus.Denied;
        }
    }
}
