using Hostile.Syntax.Sql;
using Xunit;

namespace Hostile.Tests.Sql;

/// <summary>What is told to be run must mean the table that is there. The spellings were read with PostgreSQL 15's <c>quote_ident</c>.</summary>
public sealed class QuotedNameTests
{
    [Theory]
    [InlineData("users", "users")]
    [InlineData("user_2", "user_2")]
    [InlineData("lightningPayments", "\"lightningPayments\"")]
    [InlineData("user", "\"user\"")]
    [InlineData("order", "\"order\"")]
    [InlineData("left", "\"left\"")]
    [InlineData("name", "name")]
    [InlineData("2fa", "\"2fa\"")]
    [InlineData("a-b", "\"a-b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    public void A_name_is_quoted_where_another_would_be_read(string name, string spelled) => Assert.Equal(spelled, QuotedName.Of(name));
}
