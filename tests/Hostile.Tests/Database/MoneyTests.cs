using Xunit;

namespace Hostile.Tests.Database;

/// <summary>Which names speak of money.</summary>
public sealed class MoneyTests
{
    [Theory]
    [InlineData("balance")]
    [InlineData("amountReceived")]
    [InlineData("amountReceivedUsdValue")]
    [InlineData("valueUsd")]
    [InlineData("price_usd")]
    [InlineData("donation")]
    [InlineData("recurring_donations")]
    [InlineData("bills")]
    public void Money(string name) => Assert.True(Hostile.Model.Database.Money.IsMoney(name));

    [Theory]
    [InlineData("usd")]
    [InlineData("value")]
    [InlineData("received")]
    [InlineData("payment_method")]
    [InlineData("draft_donation")]
    [InlineData("invoice_template")]
    public void No_money(string name) => Assert.False(Hostile.Model.Database.Money.IsMoney(name));
}
