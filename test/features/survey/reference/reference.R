# Figures that test/features/survey/reference.test.ts compares with, by other hands: the R package survey and R's own
# distributions. Rscript reference.R > reference.json
suppressPackageStartupMessages(library(survey))
folder <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
read <- function(name) read.csv(file.path(folder, name), stringsAsFactors = TRUE)
out <- list()
put <- function(name, ...) out[[name]] <<- as.numeric(c(...))

counts <- read("replies.csv")
people <- read("electorate.csv")
replies <- counts[rep(seq_len(nrow(counts)), counts$count), c("age", "sex", "score")]
replies$people <- sum(people$people)
n <- nrow(replies)

# Mean of a simple random sample without replacement: value, standard error, interval.
plain <- svydesign(ids = ~1, fpc = ~people, data = replies)
m <- svymean(~score, plain)
put("mean", coef(m), SE(m), confint(m, df = degf(plain)))

# Raked to age and sex; the oldest, of whom there are fewer than five replies, count with the next younger.
join <- function(age) factor(ifelse(age == "75+", "60-74", as.character(age)))
replies$band <- join(replies$age)
people$band <- join(people$age)
bands <- aggregate(people ~ band, people, sum); names(bands) <- c("band", "Freq")
sexes <- aggregate(people ~ sex, people, sum); names(sexes) <- c("sex", "Freq")
start <- svydesign(ids = ~1, weights = rep(sum(people$people) / n, n), data = replies)
raked <- rake(start, list(~band, ~sex), list(bands, sexes), control = list(maxit = 1000, epsilon = 1e-13))
w <- weights(raked) / mean(weights(raked))
cells <- aggregate(w ~ age + sex, cbind(replies, w = w), mean)
cells <- cells[order(cells$age, cells$sex, decreasing = c(FALSE, TRUE), method = "radix"), ]
put("weights", cells$w)

# Trimmed to 2/3 and 3/2, so that something is trimmed; effective size and mean, plain and of the satisfied.
t <- pmin(pmax(w, 2 / 3), 3 / 2)
put("trimmed", sum(t != w))
effective <- sum(t)^2 / sum(t^2)
put("effective", effective)
design <- svydesign(ids = ~1, weights = ~t, data = cbind(replies, t = t))
value <- coef(svymean(~score, design))
spread <- cov.wt(matrix(replies$score), wt = t / sum(t), method = "ML")$cov[1, 1] * effective / (effective - 1)
error <- sqrt((1 - n / sum(people$people)) * spread / effective)
put("weighted", value, value + c(-1, 1) * qt(0.975, effective - 1) * error)
share <- as.numeric(coef(svymean(~as.numeric(score >= 60), design)))
wilson <- function(p, n) suppressWarnings(prop.test(p * n, n, correct = FALSE))$conf.int
put("satisfied", share, wilson(share, effective * (sum(people$people) - 1) / (sum(people$people) - n)))

# Wilson without a population.
put("wilson", wilson(9 / 10, 10), wilson(18 / 20, 20), wilson(36 / 40, 40), wilson(360 / 400, 400), wilson(1 / 3, 7.5))

# Empirical Bayes by the method of moments.
shrinkShares <- function(v) {
  x <- v$satisfied; n <- v$replies; p <- x / n; m <- sum(x) / sum(n)
  tau2 <- max(0, (sum(n * (p - m)^2) - (length(n) - 1) * m * (1 - m)) / (sum(n) - sum(n^2) / sum(n)))
  if (tau2 == 0) return(c(m, 0))
  k <- m * (1 - m) / tau2 - 1
  a <- x + k * m; b <- n - x + k * (1 - m)
  c(m, sqrt(tau2), k, (x + k * m) / (n + k), qbeta(0.025, a, b), qbeta(0.975, a, b), n / (n + k),
    pbeta(m, a, b, lower.tail = FALSE))
}
shrinkScores <- function(v) {
  n <- v$replies; y <- v$mean; m <- weighted.mean(y, n)
  s2 <- sum((n - 1) * v$variance) / sum(n - 1)
  tau2 <- max(0, (sum(n * (y - m)^2) - (length(n) - 1) * s2) / (sum(n) - sum(n^2) / sum(n)))
  if (tau2 == 0) return(c(m, 0))
  k <- s2 / tau2; shrunk <- (n * y + k * m) / (n + k); sd <- sqrt(s2 / (n + k))
  c(m, sqrt(tau2), k, shrunk, shrunk - qnorm(0.975) * sd, pmin(100, shrunk + qnorm(0.975) * sd), n / (n + k),
    pnorm(m, shrunk, sd, lower.tail = FALSE))
}
villages <- read("villages.csv")
put("shares", shrinkShares(villages))
put("scores", shrinkScores(villages))
put("alikeShares", shrinkShares(read("alike.csv")))
put("alikeScores", shrinkScores(read("alike.csv")))

# Distributions themselves, where they are hardest.
put("t", qt(0.975, c(1, 2.5, 9, 30, 1000, 123456)))
put("beta", qbeta(0.025, c(0.5, 3, 900, 40000), c(2, 0.7, 100, 500)), pbeta(c(0.01, 0.9, 0.9), c(0.5, 30, 900), c(5, 2, 100)))
put("normal", pnorm(c(-9, -3.2, -1.1, 0, 0.4, 2.9, 3.1, 7)))

lines <- vapply(names(out), function(name)
  sprintf('  "%s": [%s]', name, paste(sprintf("%.15g", out[[name]]), collapse = ", ")), "")
cat("{\n", paste(lines, collapse = ",\n"), "\n}\n", sep = "")
